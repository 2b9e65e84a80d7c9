import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface FileParams {
  readonly uri: string;
}

interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
}

/** Answers the server's requests for files that only the editor can read. What cannot be read is not there. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest('authlint/readFile', ({ uri }: FileParams) => readFile(Uri.parse(uri)));
  client.onRequest('authlint/readDirectory', ({ uri }: FileParams) => readDirectory(Uri.parse(uri)));
}

async function readFile(uri: Uri): Promise<string | null> {
  try {
    return toBase64(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function readDirectory(uri: Uri): Promise<readonly DirectoryEntry[] | null> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ name, kind: toKind(type) }));
  } catch {
    return null;
  }
}

function toKind(type: FileType): DirectoryEntry['kind'] {
  if ((type & FileType.Directory) !== 0) return 'directory';
  return (type & FileType.File) !== 0 ? 'file' : 'other';
}

const CHUNK = 0x80_00;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}
