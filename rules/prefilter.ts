/**
 * Words without which no model can see a fact: import specifiers of packages, and sinks that need no import. Reach by
 * convention needs the method's name, so those are here too.
 */
const NECESSARY = new RegExp(
  [
    'jsonwebtoken',
    'jose',
    'js-cookie',
    'express-session',
    'cookie-session',
    'next/(?:headers|server)',
    '[\'"]cookie[\'"]',
    '\\.cookie\\b',
    '[sS]et-[cC]ookie',
    '(?:local|session)Storage',
    'document\\.cookie',
  ].join('|'),
);

/** Whether a file can hold a fact at all. `text` may be decoded as one-byte characters. */
export function mayHoldFacts(text: string): boolean {
  return NECESSARY.test(text);
}
