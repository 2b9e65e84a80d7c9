import { wordsOf } from '../../text/words';
import type { FactOf } from '../schema';
import { judgeName } from './credentialName';

/** Why a parameter of a URL holds a token that signs somebody in. */
export interface UrlToken {
  readonly parameter: string;
  /** A described library has made the token. */
  readonly isByOrigin: boolean;
}

/** Names under which a token signs in, whatever is put there. */
const SESSION_PARAMETERS = new Set('access token,refresh token,jwt,session token,auth token,bearer'.split(','));
/** Words around tokens that work once, for one thing, or that are no credential of a user. */
const ONE_TIME = new Set(
  (
    'invite invitation verify verification reset unsubscribe presigned transfer confirm confirmation magic activate activation ' +
    'download share hint csrf xsrf forgot password recovery recover email checkout upload logout'
  ).split(' '),
);

export function findUrlToken({ around, attributes }: FactOf<'UrlBuild'>): UrlToken | undefined {
  const { parameter, value } = attributes;
  const [one, ...others] = parameter.values;
  if (one === undefined || others.length > 0 || !parameter.complete) return undefined;
  const leaves = value.leaves.filter(
    ({ origin, guarded }) => !guarded && origin.kind !== 'literal' && origin.kind !== 'nothing',
  );
  const names = leaves.flatMap((leaf) => leaf.names);
  if (leaves.length === 0 || [one.value, ...names, ...around.slice(0, 3)].some(isOneTime)) return undefined;
  const isByOrigin = leaves.some(({ origin }) => origin.kind === 'credential');
  const isNamed =
    SESSION_PARAMETERS.has(wordsOf(one.value).join(' ')) && !names.some((name) => judgeName(name) === 'never');
  // `?token=` and `?session=` may be any; what is put there tells.
  const isOpen = judgeName(one.value) === 'strong' || one.value === 'session';
  const isToken = isOpen && leaves.some((leaf) => isSessionToken(leaf.names));
  return isByOrigin || isNamed || isToken ? { parameter: one.value, isByOrigin } : undefined;
}

function isSessionToken(names: readonly string[]): boolean {
  return names.some((name) => SESSION_PARAMETERS.has(wordsOf(name).slice(-2).join(' ')));
}

function isOneTime(name: string): boolean {
  return wordsOf(name).some((word) => ONE_TIME.has(word));
}
