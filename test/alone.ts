import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, type ParsedDocument, parseDocument, type World } from '../rules';

/** A world in which a file stands by itself: what it imports of the workspace is not there, and every package is. */
export const ALONE: World = {
  settings: DEFAULT_SETTINGS,
  now: 0,
  summary: () => null,
  module: () => null,
  dependency: () => ({ declared: true }),
};

/** `previous` is the same document with an earlier text. */
export function parsed(file: string, text: string, previous?: ParsedDocument): ParsedDocument {
  const result = parseDocument(file, text, previous);
  assert.ok(result.kind === 'parsed');
  return result.document;
}
