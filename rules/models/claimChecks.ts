import type { Unit } from '../facts/schema/settings';
import { constant, flow, SECONDS, slot, timed, type Where } from './model';

/** Where an option of a verifier is written, by its name. */
type OptionPlaces = (name: string) => readonly Where[];

/** What a verifier is whose caller has the key: it calls nobody back, and lets nobody pass without a token. */
export const CALLERS_KEY = {
  keyOwner: constant('caller'),
  callback: flow([]),
  admitsAnonymous: slot([], false),
} as const;

/** Times are looked at, and nothing else; no option changes that. */
export const TIMES_ONLY = {
  ignoresExpiration: slot([], false),
  ignoresNotBefore: slot([], false),
  clockTolerance: slot([], 0),
  checksIssuer: slot([], false),
  checksAudience: slot([], false),
} as const;

/** The signature is looked at, and no claim. */
export const SIGNATURE_ONLY = {
  ...TIMES_ONLY,
  ignoresExpiration: slot([], true),
  ignoresNotBefore: slot([], true),
} as const;

/** Nothing is known of claims. */
export const CHECKS_UNKNOWN = {
  ignoresExpiration: { where: [] },
  ignoresNotBefore: { where: [] },
  clockTolerance: { where: [] },
  checksIssuer: { where: [] },
  checksAudience: { where: [] },
} as const;

/** The options of jsonwebtoken's `verify`, and of all that hands options on to it. */
export function jsonwebtokenChecks(places: OptionPlaces) {
  return {
    ignoresExpiration: slot(places('ignoreExpiration'), false),
    ignoresNotBefore: slot(places('ignoreNotBefore'), false),
    clockTolerance: tolerance(places('clockTolerance'), SECONDS),
    checksIssuer: slot(places('issuer'), false),
    checksAudience: slot(places('audience'), false),
  } as const;
}

/** The options of jose's `jwtVerify`, which always looks at times. */
export function joseChecks(places: OptionPlaces) {
  return {
    ...TIMES_ONLY,
    clockTolerance: tolerance(places('clockTolerance'), { number: 'seconds', text: 'jose' }),
    checksIssuer: slot(places('issuer'), false),
    checksAudience: slot(places('audience'), false),
  } as const;
}

export function tolerance(wheres: readonly Where[], unit: Unit) {
  return slot(
    wheres.map((where) => timed(where, unit)),
    0,
  );
}

/** A flag that is set by being `false`: `exp: false`. */
export function unless(wheres: readonly Where[]) {
  return { ...slot(wheres, false), spelled: { true: false, false: true } } as const;
}
