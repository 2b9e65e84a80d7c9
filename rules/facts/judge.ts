import type { Setting } from './schema';
import type { SettingValue } from './schema/settings';

// Invariant 9: unknown is silent. Every rule decides through one of these two.

/**
 * Danger by presence: a value that is written in source, satisfies the test, and gets here without passing a test of the
 * environment. What else the setting may be does not matter.
 */
export function findWitness<T>(
  setting: Setting<T>,
  isBad: (value: T, one: SettingValue<T>) => boolean,
): SettingValue<T> | undefined {
  return setting.values.find((one) => one.source === 'written' && !one.guarded && isBad(one.value, one));
}

/** Danger by absence: every value that the setting can have is known, and every one of them is bad. */
export function isCertainly<T>(setting: Setting<T>, isBad: (value: T) => boolean): boolean {
  return setting.complete && setting.values.length > 0 && setting.values.every(({ value }) => isBad(value));
}
