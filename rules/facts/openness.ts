import { judgeName } from './derive/credentialName';
import type { Fact, Flow, Setting } from './schema';

/** Whether a caller of the function that holds a fact can still make a difference to what rules say of it. */
export function isOpen(fact: Fact): boolean {
  switch (fact.kind) {
    case 'CookieWrite': {
      const { name, value, httpOnly, secure, sameSite } = fact.attributes;
      return [name, httpOnly, secure, sameSite].some(isUndecided) || (isNeutral(name) && isUnknown(value));
    }
    case 'ClientStore': {
      const { key, value } = fact.attributes;
      return isUndecided(key) || (isNeutral(key) && isUnknown(value));
    }
    case 'TokenSign': {
      const { key, algorithm, lifetime } = fact.attributes;
      return isUnknown(key) || isUndecided(algorithm) || isUndecided(lifetime);
    }
    case 'TokenVerify': {
      const { key, algorithms } = fact.attributes;
      return isUnknown(key) || isUndecided(algorithms);
    }
    case 'TokenDecode': {
      const { source, uses } = fact.attributes.claims;
      return source === 'parameter' || uses.some(({ as }) => as === 'returned');
    }
    case 'SecretUse':
      return isUnknown(fact.attributes.value);
  }
}

function isUndecided({ complete }: Setting<unknown>): boolean {
  return !complete;
}

/** The name alone does not tell whether a credential is kept under it. */
function isNeutral({ values }: Setting<string>): boolean {
  return values.every(({ value }) => judgeName(value, 'cookie') === undefined);
}

function isUnknown({ leaves, complete }: Flow): boolean {
  return !complete || leaves.some(({ origin }) => origin.kind === 'unknown');
}
