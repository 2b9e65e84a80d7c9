import type { SameSite, Setting } from '../facts/schema';
import { arg, MILLISECONDS, registered, required, timed, type Where } from './model';
import type { SlotOf } from './shape/slots';

/** Other texts than these, with a capital, are refused. */
export const HAPI_SAME_SITE: Pick<SlotOf<Setting<SameSite>>, 'spelled' | 'isCapitalised'> = {
  spelled: { strict: 'strict', lax: 'lax', none: 'none', false: 'unset' },
  isCapitalised: true,
};

/**
 * The attributes of a cookie of hapi, in an object at a path of an argument. What is not written there is told by
 * `server.state(name, options)` or by the `state` of the server: all of it is on unless they say otherwise.
 */
export function hapiState(index: number, ...path: readonly string[]) {
  return hapiStateAt((name) => [arg(index, ...path, name)]);
}

/** The attributes of a cookie that is described once: what is not written there is told by the `state` of the server. */
export function describedState(index: number) {
  return hapiStateAt((name) => [arg(index, name), { ...registered('state', name), isOptional: true }]);
}

function hapiStateAt(at: (name: string) => readonly Where[]) {
  const sameSite: SlotOf<Setting<SameSite>> = { ...required(at('isSameSite')), ...HAPI_SAME_SITE };
  return {
    httpOnly: { ...required(at('isHttpOnly')), whenUndefined: false },
    secure: { ...required(at('isSecure')), whenUndefined: false },
    sameSite,
    domain: required(at('domain')),
    path: required(at('path')),
    lifetime: required(at('ttl').map((where) => timed(where, MILLISECONDS))),
  } as const;
}
