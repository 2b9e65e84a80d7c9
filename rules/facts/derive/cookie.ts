import { isCertainly } from '../judge';
import type { FactOf } from '../schema';
import { type CredentialEvidence, findCredential } from './credential';

/** A cookie that lives no longer than this is a farewell: `loggedout`, kept for a few seconds. */
const FAREWELL_SECONDS = 60;

/** Whether a cookie write takes the cookie away: an empty value, or a lifetime that is over. */
export function isDeletion({ attributes: { lifetime, value } }: FactOf<'CookieWrite'>): boolean {
  if (isCertainly(lifetime, (one) => typeof one === 'number' && one <= 0)) return true;
  const isConstant =
    value.leaves.length > 0 && value.leaves.every(({ origin: { kind } }) => kind === 'literal' || kind === 'nothing');
  if (!isConstant) return false;
  if (isCertainly(lifetime, (one) => typeof one === 'number' && one <= FAREWELL_SECONDS)) return true;
  return value.leaves.every(({ origin }) => origin.kind === 'nothing' || (origin.kind === 'literal' && !origin.value));
}

/** Why a cookie is one that authenticates: its name, or what it carries. */
export function findAuthCookie(fact: FactOf<'CookieWrite'>): CredentialEvidence | undefined {
  const { name, value, carriesSession } = fact.attributes;
  if (isDeletion(fact)) return undefined;
  if (carriesSession.constant === true) return { strength: 'origin', name: undefined, leaf: undefined };
  return findCredential(name, value, 'cookie');
}

/** The cookie's name where it is certain, for messages. */
export function cookieName({ attributes: { name } }: FactOf<'CookieWrite'>): string | undefined {
  const [one, ...others] = name.values;
  return name.complete && others.length === 0 ? one?.value : undefined;
}
