import { assign, contextOf } from '../../facts/edit';
import { lifetimeCode } from '../../facts/lifetime';
import type { Lifetime, Setting } from '../../facts/schema';
import { CHOICE, type Fix } from '../../finding';

const CHOICES = [15 * 60, 60 * 60];

/** Fixes that write a short lifetime, in the library's own form and unit; the user chooses which. */
export function lifetimeFixes(title: string, lifetime: Setting<Lifetime>): readonly Fix[] {
  const context = contextOf(lifetime);
  const unit = context?.unit;
  const edits = assign({ setting: lifetime, code: () => CHOICE });
  if (context === undefined || unit === undefined || edits === undefined) return [];
  const choices = CHOICES.map((seconds) => lifetimeCode(seconds, unit, context.quote));
  return [{ title, safety: 'suggestion', edits, choices }];
}
