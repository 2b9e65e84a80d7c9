import assert from 'node:assert/strict';
import type { Files } from '../checks/fixes';
import { type Block, CODE_LANGUAGES, codeOf, type Section } from './fixture';

/** The name under which the code of a block is analysed. */
export function fileOf({ file, language }: Block): string {
  return `/page/${file ?? `input.${language}`}`;
}

/** The files that a section names: the world of each of its blocks. */
export function namedFiles({ blocks }: Section): Files {
  const files = new Map<string, string>();
  for (const block of blocks) {
    if (block.file !== undefined && block.language !== 'diff') files.set(fileOf(block), codeOf(block));
  }
  return files;
}

/** The file of the code block that a block comments on. */
export function lastFile({ blocks }: Section, block: Block): string {
  const before = blocks.slice(0, blocks.indexOf(block)).filter(({ language }) => CODE_LANGUAGES.has(language));
  const last = before[before.length - 1];
  assert.ok(last !== undefined, 'a facts or diff block stands under code');
  return fileOf(last);
}
