import type { Policy } from '../config';
import { CLAIM_MEANINGS } from './claimMeanings';
import type { DecodedToken, Disclosure } from './decode';
import type { JsonObject } from './json';
import type { TokenHeader } from './lex';
import { toNotes } from './notes';
import { describeTime, findTime, TIME_CLAIMS, type TimeOptions } from './times';
import { toVerdict } from './verdict';

/** What a view of a token needs besides the token and the time. */
export interface TokenViewOptions extends TimeOptions {
  readonly policy: Policy;
  /** What `findWellKnownSecret` found. */
  readonly wellKnownSecret?: string | undefined;
}

/** A token as people read it, before it is written in a medium. Names and values are text of strangers. */
export interface TokenView {
  readonly verdict: string;
  /** Issuer, audience and subject, as far as the claims have them. */
  readonly parties: readonly (readonly [label: string, value: unknown])[];
  /** Outermost first; more than one when a token wraps another. */
  readonly headers: readonly (readonly [label: string, header: TokenHeader])[];
  readonly rows: readonly ClaimRow[];
  /** Problems of the form, then notes on the content. */
  readonly remarks: readonly string[];
}

export interface ClaimRow {
  readonly name: string;
  readonly value: unknown;
  /** Empty when the name is not registered. */
  readonly meaning: string;
}

/** The last line of every view. */
export const DISCLAIMER = 'Decoded, not verified.';

const PARTIES = new Map([
  ['iss', 'Issuer'],
  ['aud', 'Audience'],
  ['sub', 'Subject'],
]);

/** Arranges a token for reading; `now` is in milliseconds. */
export function toView(token: DecodedToken, now: number, options: TokenViewOptions): TokenView {
  const layers = toLayers(token);
  const { claims = {}, disclosures = [], hasKeyBinding } = layers.at(-1) ?? token;
  return {
    verdict: toVerdict(token, now),
    parties: [...PARTIES].filter(([name]) => Object.hasOwn(claims, name)).map(([name, label]) => [label, claims[name]]),
    headers: layers.map(({ header }, i) => [i === 0 ? 'Header' : 'Inner header', header]),
    rows: [...toClaimRows(claims, now, options), ...disclosures.map(toDisclosureRow)],
    remarks: [
      ...layers.flatMap(({ problems }) => problems),
      ...(hasKeyBinding ? ['A key binding follows: the holder proves to have the key in `cnf`.'] : []),
      ...toNotes(token, now, options.policy, options.wellKnownSecret),
    ],
  };
}

function toLayers(token: DecodedToken): readonly DecodedToken[] {
  return token.nested === undefined ? [token] : [token, ...toLayers(token.nested)];
}

function toClaimRows(claims: JsonObject, now: number, options: TimeOptions): readonly ClaimRow[] {
  const others = Object.entries(claims).filter(([name]) => !PARTIES.has(name));
  return others.map(([name, value]) => {
    const meaning = CLAIM_MEANINGS.get(name) ?? '';
    const time = TIME_CLAIMS.has(name) ? findTime(claims, name) : undefined;
    return { name, value, meaning: time === undefined ? meaning : `${meaning}: ${describeTime(time, now, options)}` };
  });
}

function toDisclosureRow({ name, value }: Disclosure): ClaimRow {
  return { name: name ?? 'element', value, meaning: 'Disclosed' };
}
