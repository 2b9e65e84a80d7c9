import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { normalise } from '../../server/host/files/path';

const made: string[] = [];

/** Writes files (text or bytes by relative path) into a new directory and answers the directory's path. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'authlint-host-')));
  made.push(directory);
  writeFiles(directory, files);
  return normalise(directory);
}

export function writeFiles(directory: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}

/** JSON for a file of a project. */
export function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

process.on('exit', () => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});
