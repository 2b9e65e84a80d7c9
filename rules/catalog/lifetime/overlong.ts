import { meantInstead } from '../../facts/derive/meantInstead';
import { contextOf } from '../../facts/edit';
import { findWitness } from '../../facts/judge';
import type { Fact, Lifetime, Setting } from '../../facts/schema';
import type { SettingValue } from '../../facts/schema/settings';
import type { Fix } from '../../finding';
import { spokenDuration } from '../../text/duration';
import { lifetimeChoices, lifetimeFix } from './fixes';

/** Whether what is written there also counts in another unit: options that are handed to several libraries. */
export function isSharedByUnits({ place, time }: SettingValue<Lifetime>, facts: readonly Fact[]): boolean {
  return facts.some((fact) => {
    if (fact.kind !== 'CookieWrite' && fact.kind !== 'SessionSetup') return false;
    return fact.attributes.lifetime.values.some(
      (other) =>
        other.place.file === place.file &&
        other.place.span.start === place.span.start &&
        other.time?.unit.number !== time?.unit.number,
    );
  });
}

const DAY = 86_400;
const CHOICES = [7 * DAY, 30 * DAY];

/** A lifetime that is written, and cannot stay. */
export interface BadLifetime {
  readonly witness: SettingValue<Lifetime>;
  /** What it says: `lives for 90 days; the policy allows 30 days`. */
  readonly says: string;
  /** What to do, where that is certain. */
  readonly help?: string;
  readonly fixes: readonly Fix[];
}

/** A lifetime over what is allowed, be it that its unit was mistaken. */
export function findOverlong(lifetime: Setting<Lifetime>, allowed: number): BadLifetime | undefined {
  const witness = findWitness(lifetime, (value) => typeof value === 'number' && value > allowed);
  if (witness === undefined || typeof witness.value !== 'number') return undefined;
  const mistaken = mistakenUnit(lifetime, witness, witness.value);
  if (mistaken !== undefined) return mistaken;
  return {
    witness,
    says: `lives for ${spokenDuration(witness.value)}; the policy allows ${spokenDuration(allowed)}`,
    fixes: lifetimeChoices('Shorten the lifetime', lifetime, CHOICES, allowed, witness),
  };
}

/** A lifetime that is over in no time, because its unit was mistaken. */
export function findCutShort(lifetime: Setting<Lifetime>): BadLifetime | undefined {
  const witness = findWitness(lifetime, (value) => isShort(value) && meant(lifetime, value) !== undefined);
  return witness === undefined || typeof witness.value !== 'number'
    ? undefined
    : mistakenUnit(lifetime, witness, witness.value);
}

function isShort(value: Lifetime): value is number {
  return typeof value === 'number' && value > 0 && value < DAY;
}

function meant(lifetime: Setting<Lifetime>, seconds: number): number | undefined {
  const unit = contextOf(lifetime)?.unit;
  return unit && meantInstead(seconds, unit);
}

function mistakenUnit(
  lifetime: Setting<Lifetime>,
  witness: SettingValue<Lifetime>,
  seconds: number,
): BadLifetime | undefined {
  const right = meant(lifetime, seconds);
  if (right === undefined) return undefined;
  const [due, written] = right < seconds ? ['seconds', 'milliseconds'] : ['milliseconds', 'seconds'];
  return {
    witness,
    says: `lives for ${spokenDuration(seconds)}, because ${written} are written where ${due} count`,
    help: `Write the ${due} of ${spokenDuration(right)}.`,
    fixes: lifetimeFix(`Write ${spokenDuration(right)} in ${due}`, lifetime, right, witness),
  };
}
