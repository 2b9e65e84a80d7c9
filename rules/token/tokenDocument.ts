import type { DecodedToken } from './decode';
import { toBlocks } from './hover';
import { escapeLinks, toInspectorJson } from './inspector';
import type { Verification } from './verify';
import { DISCLAIMER, type TokenViewOptions } from './view';

const TITLES: Readonly<Record<Verification['outcome'], string>> = {
  valid: 'The signature is valid.',
  partial: 'The signature is valid, but not known to cover all that is disclosed.',
  invalid: 'The signature is not valid.',
  unchecked: 'The signature was not checked.',
};

/** The last line where the signature is valid: it says nothing of the rest. */
const CLOSING =
  'Only the signature was verified: not the expiry, the issuer, the audience, nor whether it was revoked.';

/**
 * A token as a document in markdown: what the hover shows, then everything in full; first of all, what a key says of the
 * signature. Editors find no link in it. `now` is in milliseconds.
 */
export function toTokenDocument(
  token: DecodedToken,
  now: number,
  options: TokenViewOptions,
  verification?: Verification,
): string {
  const blocks = [
    ...(verification === undefined ? [] : [`# ${TITLES[verification.outcome]}`, verification.reason]),
    ...toBlocks(token, now, options).map(escapeLinks),
    `\`\`\`jsonc\n${toInspectorJson(token)}\`\`\``,
    verification?.outcome === 'valid' || verification?.outcome === 'partial' ? CLOSING : DISCLAIMER,
  ];
  return `${blocks.join('\n\n')}\n`;
}
