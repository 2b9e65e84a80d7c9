import { wordSet, wordsOf } from '../../text/words';
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
const ONE_TIME = wordSet(
  'invite invitation verify verification reset unsubscribe presigned transfer confirm confirmation magic activate activation ' +
    'download share hint csrf xsrf forgot password recovery recover email checkout upload logout pre preauth',
);
/** Words of a function or a path that say what is done there, and not what an access token in the URL is. */
const DEEDS = wordSet('download share upload checkout email hint transfer password logout');
/** Services whose tokens are written into pages for everybody to use. */
const PUBLIC = /mapbox|maptiler|cesium|arcgis/i;

export function findUrlToken({ around, attributes }: FactOf<'UrlBuild'>): UrlToken | undefined {
  const { parameter, value, address } = attributes;
  const [one, ...others] = parameter.values;
  if (one === undefined || others.length > 0 || !parameter.complete) return undefined;
  const leaves = value.leaves.filter(
    // What the environment holds belongs to the program, not to one who is signed in.
    ({ origin, guarded }) => !guarded && !['literal', 'nothing', 'environment'].includes(origin.kind),
  );
  const names = leaves.flatMap((leaf) => leaf.names);
  if (leaves.length === 0 || [one.value, ...names].some(isOneTime)) return undefined;
  const isOfSession = SESSION_PARAMETERS.has(wordsOf(one.value).join(' '));
  const path = address?.constant ?? '';
  if (PUBLIC.test(path) || isForOneThing(path) || around.slice(0, 3).some(isOfSession ? isForOneThing : isOneTime))
    return undefined;
  const isByOrigin = leaves.some(({ origin }) => origin.kind === 'credential');
  const isNamed = isOfSession && !names.some((name) => judgeName(name) === 'never');
  // `?token=` and `?session=` may be any; what is put there tells.
  const isOpen = judgeName(one.value) === 'strong' || one.value === 'session';
  const isToken = isOpen && leaves.some((leaf) => isSessionToken(leaf.names));
  return isByOrigin || isNamed || isToken ? { parameter: one.value, isByOrigin } : undefined;
}

/** By its name, or as what the page has kept since somebody signed in. */
function isSessionToken(names: readonly string[]): boolean {
  if (names.includes('getItem') && names.some((name) => judgeName(name) === 'strong')) return true;
  return names.some((name) => SESSION_PARAMETERS.has(wordsOf(name).slice(-2).join(' ')));
}

function isForOneThing(text: string): boolean {
  return wordsOf(text).some((word) => ONE_TIME.has(word) && !DEEDS.has(word));
}

function isOneTime(name: string): boolean {
  return wordsOf(name).some((word) => ONE_TIME.has(word));
}
