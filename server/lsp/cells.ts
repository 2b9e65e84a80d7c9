import { fromUri } from '../host/files/path';

const SCHEME = 'vscode-notebook-cell:';

/**
 * The path of a document: of a cell, the notebook's with `#` and the cell, so that what lies around the notebook counts
 * for it. VS Code keeps the notebook's own scheme in the cell's fragment, behind an `s`.
 */
export function toFile(uri: string): string {
  if (!uri.startsWith(SCHEME)) return fromUri(uri);
  const [address = '', fragment = ''] = uri.slice(SCHEME.length).split('#');
  const cell = decode(fragment);
  const at = cell.indexOf('s');
  const scheme = (at < 0 ? undefined : fromBase64(cell.slice(at + 1))) ?? 'file';
  return `${fromUri(`${scheme}:${address}`)}#${at < 0 ? cell : cell.slice(0, at)}`;
}

/** The notebook that a file is a cell of. */
export function findNotebook(file: string): string | undefined {
  return /^(.*\.[^/#]+)#[^/#]*$/.exec(file)?.[1];
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function fromBase64(text: string): string | undefined {
  try {
    const scheme = atob(text);
    return /^[a-z][a-z0-9+.-]*$/i.test(scheme) ? scheme : undefined;
  } catch {
    return undefined;
  }
}
