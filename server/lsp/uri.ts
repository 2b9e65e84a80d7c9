import { URI } from 'vscode-uri';

/**
 * The name under which the engine and the hosts know a document: the '/'-separated path of a `file:` URI (`c:/x` on
 * Windows), and the decoded URI itself for every other scheme.
 */
export function toPath(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return parsed.toString(true);
  const path = parsed.authority === '' ? parsed.path : `//${parsed.authority}${parsed.path}`;
  return path.replace(/^\/([A-Za-z]):/, (_, drive: string) => `${drive.toLowerCase()}:`);
}

/** The URI of what `toPath` named. */
export function toUri(path: string): string {
  return isVirtualPath(path) ? URI.parse(path).toString() : URI.file(path).toString();
}

/** Whether a path is a URI, so that only the editor can read it. */
export function isVirtualPath(path: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(path);
}
