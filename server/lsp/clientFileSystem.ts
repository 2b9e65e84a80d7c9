import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../host/files/fileSystem';
import { toUri } from '../host/files/path';
import { ReadDirectoryRequest, ReadFileRequest } from './protocol';

/** Reads through the editor, for a worker and for documents that do not lie on this machine's disk. */
export function clientFileSystem(connection: Connection): FileSystem {
  return {
    async readFile(path) {
      const base64 = await connection.sendRequest(ReadFileRequest, { uri: toUri(path) });
      return base64 === null ? undefined : toBytes(base64);
    },
    async readDirectory(path) {
      const entries = await connection.sendRequest(ReadDirectoryRequest, { uri: toUri(path) });
      return entries ?? undefined;
    },
  };
}

/** Knows no file: what a server sees that may ask neither a disk nor the editor. */
export const NO_FILES: FileSystem = {
  readFile: () => Promise.resolve(undefined),
  readDirectory: () => Promise.resolve(undefined),
};

function toBytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
