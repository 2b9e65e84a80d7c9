import { arg, type Emission, required } from './model';
import type { Trigger } from './shape/triggers';

/** Client code reads the cookie that argument 0 names; those that name none read any. */
export function cookieReads(...at: readonly Trigger[]): readonly Emission[] {
  return at.map((one) => ({ emits: 'CookieRead', at: one, slots: { name: required(arg(0)) } }));
}

/** The same of calls without any conditions. */
export function cookieReadsOf(...calls: readonly string[]): readonly Emission[] {
  return cookieReads(...calls.map((call) => ({ call })));
}
