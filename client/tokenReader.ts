import type { Server } from './server';

/** How a token is shown: as markdown, or one of its parts as JSON. */
export type TokenView = 'hover' | 'document' | 'header' | 'payload';

/** Reads the first token of a text; `undefined` when there is none, or nothing to show. `uri`: where the text is from. */
export interface TokenReader {
  decode(text: string, view: TokenView, uri: string | undefined): Promise<string | undefined>;
  /** Says what a key makes of the signature, as a document. */
  verify(text: string, key: string, uri: string | undefined): Promise<string | undefined>;
}

/** The server reads tokens: the client knows none of their forms. */
export function createTokenReader(server: Server): TokenReader {
  return {
    decode: (text, view, uri) => server.read('authlint.decode', { text, view, uri }),
    verify: (text, key, uri) => server.read('authlint.verify', { text, key, uri }),
  };
}
