import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A folder of test files: on disk, or of an editor's virtual file system that only requests can read. */
export interface Folder {
  readonly uri: string;
  uriOf(name: string): string;
  write(name: string, text: string): void;
  /** Answers `authlint/readFile` and `authlint/readDirectory`. */
  readFile(uri: string): string | null;
  readDirectory(uri: string): readonly { readonly name: string; readonly kind: string }[] | null;
  remove(): void;
}

export function diskFolder(files: Readonly<Record<string, string>>): Folder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'authlint-protocol-')));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    uri: pathToFileURL(root).href,
    uriOf: (name) => pathToFileURL(join(root, name)).href,
    write,
    readFile: (uri) => orNull(() => readFileSync(fileURLToPath(uri)).toString('base64')),
    readDirectory: (uri) =>
      orNull(() =>
        readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => ({
          name: entry.name,
          kind: entry.isDirectory() ? 'directory' : 'file',
        })),
      ),
    remove: () => rmSync(root, { recursive: true }),
  };
}

export function virtualFolder(given: Readonly<Record<string, string>>): Folder {
  const uri = 'vscode-vfs://host%2Bname/some%20folder';
  const files = new Map(Object.entries(given));
  const nameOf = (asked: string): string | undefined => {
    const plain = decodeURIComponent(asked);
    const root = decodeURIComponent(uri);
    return plain.startsWith(root) ? plain.slice(root.length + 1) : undefined;
  };
  return {
    uri,
    uriOf: (name) => `${uri}/${name}`,
    write: (name, text) => files.set(name, text),
    readFile(asked) {
      const text = files.get(nameOf(asked) ?? '');
      return text === undefined ? null : Buffer.from(text).toString('base64');
    },
    readDirectory(asked) {
      const name = nameOf(asked);
      if (name === undefined) return null;
      const prefix = name === '' ? '' : `${name}/`;
      const inside = [...files.keys()]
        .filter((file) => file.startsWith(prefix))
        .map((file) => file.slice(prefix.length));
      const kinds = new Map(
        inside.map((path) => [path.replace(/\/.*/, ''), path.includes('/') ? 'directory' : 'file']),
      );
      return kinds.size === 0 ? null : [...kinds].map(([entry, kind]) => ({ name: entry, kind }));
    },
    remove: () => files.clear(),
  };
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
