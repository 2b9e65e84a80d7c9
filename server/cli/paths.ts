import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { normalise } from '../host/files/path';
import { CannotRun, unknownWord } from './cannotRun';
import { COMMANDS } from './options';

/** The absolute paths that the command line names; throws CannotRun for one that does not exist. */
export function toExistingPaths(paths: readonly string[], directory: string): readonly string[] {
  return (paths.length === 0 ? ['.'] : paths).map((path, index) => {
    const absolute = toAbsolute(path, directory);
    if (existsSync(absolute)) return absolute;
    if (index === 0 && /^[a-z]+$/.test(path)) throw unknownWord('command, file or directory', path, COMMANDS);
    const hint = /[*?{[]/.test(path) ? ' Patterns are not expanded: name files and directories.' : '';
    throw new CannotRun(`there is no file or directory \`${path}\`.${hint}`);
  });
}

export function toAbsolute(path: string, directory: string): string {
  return normalise(resolve(directory, path));
}

export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
