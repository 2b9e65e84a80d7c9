import type { SameSite, Setting } from '../facts/schema';
import { arg, MILLISECONDS, required, timed } from './model';
import type { SlotOf } from './shape/slots';

/** Without `false`: the fix for a missing SameSite writes `'lax'`, which `server.state` throws at. */
export const HAPI_SAME_SITE: Readonly<Record<string, SameSite>> = { strict: 'strict', lax: 'lax', none: 'none' };

/**
 * The attributes of a cookie of hapi, in an object at a path of an argument. What is not written there is told by
 * `server.state(name, options)` or by the `state` of the server: all of it is on unless they say otherwise.
 */
export function hapiState(index: number, ...path: readonly string[]) {
  const sameSite: SlotOf<Setting<SameSite>> = {
    ...required(arg(index, ...path, 'isSameSite')),
    spelled: HAPI_SAME_SITE,
  };
  return {
    httpOnly: { ...required(arg(index, ...path, 'isHttpOnly')), whenUndefined: false },
    secure: { ...required(arg(index, ...path, 'isSecure')), whenUndefined: false },
    sameSite,
    domain: required(arg(index, ...path, 'domain')),
    path: required(arg(index, ...path, 'path')),
    lifetime: required(timed(arg(index, ...path, 'ttl'), MILLISECONDS)),
  } as const;
}
