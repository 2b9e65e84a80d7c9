import { judgeName } from '../derive/credentialName';
import type { Fact, Flow, Setting } from '../schema';

/** Whether a caller of the function that holds a fact can still make a difference to what rules say of it. */
export function isOpen(fact: Fact): boolean {
  switch (fact.kind) {
    case 'CookieWrite': {
      const { name, value, httpOnly, secure, sameSite, lifetime, domain, path } = fact.attributes;
      if ([name, httpOnly, secure, sameSite].some(isUndecided)) return true;
      return [lifetime, domain, path].some(isLeftOpen) || (isNeutral(name, 'cookie') && isUnknown(value));
    }
    case 'ClientStore': {
      const { key, value } = fact.attributes;
      return isUndecided(key) || (isNeutral(key, 'other') && isUnknown(value));
    }
    case 'TokenSign': {
      const { key, payload, algorithm, lifetime } = fact.attributes;
      return isUnknown(key) || isHandedIn(payload) || isUndecided(algorithm) || isUndecided(lifetime);
    }
    case 'TokenVerify': {
      const { key, algorithms } = fact.attributes;
      return isUnknown(key) || isUndecided(algorithms);
    }
    case 'ClientRead':
      return false;
    case 'CookieRead':
      return isUndecided(fact.attributes.name);
    case 'TokenDecode': {
      const { source, uses } = fact.attributes.claims;
      return source === 'parameter' || uses.some(({ as }) => as === 'returned');
    }
    case 'SecretUse':
      return isUnknown(fact.attributes.value);
    case 'SdkStorage':
      return isUndecided(fact.attributes.storage) || isUndecided(fact.attributes.persists);
    case 'SessionSetup': {
      const { store, lifetime } = fact.attributes;
      return isLeftOpen(store) || isLeftOpen(lifetime);
    }
    case 'LogWrite':
    case 'UrlBuild':
    case 'TokenLiteral':
    // These are no effects of a function: they are judged where they stand.
    case 'SecretCompare':
    case 'RandomDraw':
    case 'SessionWrite':
    case 'SignOut':
    case 'StateChange':
      return false;
  }
}

function isUndecided({ complete }: Setting<unknown>): boolean {
  return !complete;
}

/** It is written, as something that is not known here: most models do not know such a setting where nothing is written. */
function isLeftOpen({ complete, unknowns }: Setting<unknown>): boolean {
  return !complete && unknowns !== undefined && unknowns().length > 0;
}

/** The name alone does not tell whether a credential is kept under it. */
function isNeutral({ values }: Setting<string>, position: 'cookie' | 'other'): boolean {
  return values.every(({ value }) => judgeName(value, position) === undefined);
}

/** What the token is for, and what it tells, is up to the caller. */
function isHandedIn({ leaves }: Flow): boolean {
  return leaves.some(({ origin }) => origin.kind === 'unknown' && origin.at === 'parameter');
}

function isUnknown({ leaves, complete }: Flow): boolean {
  return !complete || leaves.some(({ origin }) => origin.kind === 'unknown');
}
