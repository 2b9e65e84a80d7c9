import type { Span } from '../text/span';
import { type LexedToken, lexAt, MAX_TOKEN_LENGTH } from './lex';

/** Where a JWT-shaped piece stands in a text, and the token itself without what its surroundings add to it. */
export interface TokenSpan {
  readonly span: Span;
  /** The compact serialization; ends in `...` when the text cuts the token off. */
  readonly raw: string;
}

// How base64url spells a `{` that a name, a space or a line break follows.
const HEADER_START = /ey[AIJ]|ew[0ko]/g;
const RUN = /[\w-]+/y;
// A longer run of base64url that starts like a header this often is noise; without a limit it costs quadratic time.
const MAX_STARTS_PER_RUN = 8;

/** All JWT-shaped pieces of a text, in order; linear in the text's length. */
export function findTokens(text: string): readonly TokenSpan[] {
  return Array.from(lexTokens(text), toTokenSpan);
}

/** The JWT-shaped piece that holds or touches an offset. Looks at the neighbourhood only, however long the text. */
export function findTokenAt(text: string, offset: number): TokenSpan | undefined {
  const from = Math.max(0, offset - MAX_TOKEN_LENGTH);
  for (const token of lexTokens(text.slice(from, offset + MAX_TOKEN_LENGTH))) {
    if (offset - from < token.span.start) return undefined;
    if (offset - from > token.span.end) continue;
    const { span, raw } = toTokenSpan(token);
    return { span: { start: span.start + from, end: span.end + from }, raw };
  }
  return undefined;
}

/** Yields the JWT-shaped pieces of a text, in order. */
export function* lexTokens(text: string): Generator<LexedToken, undefined> {
  let offset = 0;
  let runEnd = 0;
  let startsInRun = 0;
  while (true) {
    HEADER_START.lastIndex = offset;
    const start = HEADER_START.exec(text)?.index;
    if (start === undefined) return;
    if (start >= runEnd) {
      RUN.lastIndex = start;
      runEnd = start + (RUN.exec(text)?.[0].length ?? 0);
      startsInRun = 0;
    }
    const token = lexAt(text, start);
    startsInRun++;
    if (token !== undefined) yield token;
    offset = token?.span.end ?? (startsInRun < MAX_STARTS_PER_RUN ? start + 1 : runEnd);
  }
}

function toTokenSpan({ span, parts, disclosures, keyBinding, isCut }: LexedToken): TokenSpan {
  const disclosed = disclosures === undefined ? '' : `~${disclosures.map((d) => `${d}~`).join('')}${keyBinding ?? ''}`;
  return { span, raw: `${parts.join('.')}${disclosed}${isCut ? '...' : ''}` };
}
