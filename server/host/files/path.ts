/**
 * Paths as all hosts share them: absolute and '/'-separated. A path is POSIX (`/a/b`), of a Windows drive (`C:/a/b`), of
 * a network share (`//server/a/b`), or a URI (`vscode-vfs://github/a/b`) whose segments are percent-encoded.
 */

const ROOT = /^(?:[A-Za-z][A-Za-z0-9+.-]+:(?:\/\/[^/?#]*)?|[A-Za-z]:|\/\/[^/]+)?/;

/** Whether a path is a URI, as in a web worker. */
export function isUri(path: string): boolean {
  return !path.startsWith('/') && /^[A-Za-z][A-Za-z0-9+.-]+:/.test(path);
}

/** One spelling per file: '/' only, no `.`, `..` or doubled '/', an upper-case drive, URI segments encoded one way. */
export function normalise(path: string): string {
  const slashed = /^(?:[A-Za-z]:|\\\\)/.test(path) && !isUri(path) ? path.replaceAll('\\', '/') : path;
  const { root, rest, suffix } = split(slashed);
  const encode = isUri(path)
    ? (segment: string) => encodeSegment(decodeSegment(segment))
    : (segment: string) => segment;
  return `${root.length === 2 ? root.toUpperCase() : root}/${segmentsOf(rest).map(encode).join('/')}${suffix}`;
}

/** The path of `relativePath` ('/'-separated plain names, `.` and `..`) inside a directory; it stays below the root. */
export function join(directory: string, relativePath: string): string {
  const { root, rest } = split(directory);
  const encoded = isUri(directory) ? relativePath.split('/').map(encodeSegment).join('/') : relativePath;
  return `${root}/${segmentsOf(`${rest}/${encoded}`).join('/')}`;
}

/** The directory that holds a path; of a root, the root itself. */
export function dirname(path: string): string {
  const { root, rest } = split(path);
  return `${root}/${segmentsOf(rest).slice(0, -1).join('/')}`;
}

/** The plain name of a file or directory; of a root, the empty string. */
export function basename(path: string): string {
  if (!isUri(path)) return path.slice(path.lastIndexOf('/') + 1);
  const { rest } = split(path);
  return decodeSegment(rest.slice(rest.lastIndexOf('/') + 1));
}

/** The plain path of a file inside a directory, `''` for the directory itself; `undefined` when it lies outside. */
export function relative(directory: string, path: string): string | undefined {
  if (path === directory) return '';
  const prefix = directory.endsWith('/') ? directory : `${directory}/`;
  if (!path.startsWith(prefix)) return undefined;
  const inside = path.slice(prefix.length);
  return isUri(path) ? inside.split('/').map(decodeSegment).join('/') : inside;
}

/** A directory and everything that it lies in, innermost first. */
export function* ancestors(directory: string): Generator<string> {
  for (let current = directory; ; ) {
    yield current;
    const parent = dirname(current);
    if (parent === current) return;
    current = parent;
  }
}

/** The path that an editor's `file:` URI names; every other URI is a path already. */
export function fromUri(uri: string): string {
  if (!uri.startsWith('file:')) return normalise(uri);
  const [, authority = '', encoded = ''] = /^file:(?:\/\/([^/]*))?([^?#]*)/.exec(uri) ?? [];
  const path = encoded.split('/').map(decodeSegment).join('/');
  if (authority !== '' && authority !== 'localhost') return normalise(`//${authority}${path}`);
  return normalise(/^\/[A-Za-z]:/.test(path) ? path.slice(1) : path);
}

/** The URI of a path, spelled as VS Code spells it. */
export function toUri(path: string): string {
  if (isUri(path)) return path;
  const encoded = path
    .replace(/^[A-Z]:/, (drive) => drive.toLowerCase())
    .split('/')
    .map(encodeSegment)
    .join('/');
  if (path.startsWith('//')) return `file:${encoded}`;
  return `file://${path.startsWith('/') ? '' : '/'}${encoded}`;
}

function split(path: string): { root: string; rest: string; suffix: string } {
  const root = ROOT.exec(path)?.[0] ?? '';
  const end = isUri(path) ? path.search(/[?#]/) : -1;
  return { root, rest: path.slice(root.length, end < 0 ? undefined : end), suffix: end < 0 ? '' : path.slice(end) };
}

function segmentsOf(rest: string): string[] {
  const segments: string[] = [];
  for (const segment of rest.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
