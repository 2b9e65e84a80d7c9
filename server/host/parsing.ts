import type { ParsedDocument, ParseResult } from '../../rules';
import type { Engine } from './engine';

/**
 * Parses files. A file is often read for its own sake and again for that of its importers: while somebody still holds what
 * was parsed of the same text, that is given again, with all that was found out about it.
 */
export function createParsing(engine: Engine): Engine['parseDocument'] {
  const parsed = new Map<string, WeakRef<ParsedDocument>>();
  return (file, text): ParseResult => {
    const before = parsed.get(file)?.deref();
    if (before?.text === text) return { kind: 'parsed', document: before };
    const result = engine.parseDocument(file, text);
    if (result.kind === 'parsed') parsed.set(file, new WeakRef(result.document));
    return result;
  };
}
