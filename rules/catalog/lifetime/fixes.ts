import { assign, contextOf } from '../../facts/edit';
import { lifetimeCode } from '../../facts/lifetime';
import type { Lifetime, Setting } from '../../facts/schema';
import type { SettingValue } from '../../facts/schema/settings';
import { CHOICE, type Fix } from '../../finding';
import type { Edit } from '../../text/edit';
import { contains } from '../../text/span';

/**
 * Fixes that write one of these lifetimes (in seconds), or the longest that is allowed where all are longer, in the library's
 * own form and unit; the user chooses which. `instead` is the one value that they replace, of several.
 */
export function lifetimeChoices(
  title: string,
  lifetime: Setting<Lifetime>,
  seconds: readonly number[],
  allowed: number,
  instead?: SettingValue<Lifetime>,
): readonly Fix[] {
  const context = contextOf(lifetime);
  const unit = context?.unit;
  const edits = written(CHOICE, lifetime, instead);
  if (context === undefined || unit === undefined || edits === undefined) return [];
  const within = seconds.filter((one) => one <= allowed);
  const choices = (within.length > 0 ? within : [allowed]).map((one) => lifetimeCode(one, unit, context.quote));
  return [{ title, safety: 'suggestion', edits, choices }];
}

/** The fix that writes this lifetime, in the library's own form and unit. */
export function lifetimeFix(
  title: string,
  lifetime: Setting<Lifetime>,
  seconds: number,
  instead: SettingValue<Lifetime>,
): readonly Fix[] {
  const context = contextOf(lifetime);
  const unit = context?.unit;
  if (context === undefined || unit === undefined) return [];
  const edits = written(lifetimeCode(seconds, unit, context.quote), lifetime, instead);
  return edits === undefined ? [] : [{ title, safety: 'suggestion', edits }];
}

/**
 * Where one value of several stands in the option's own expression (`remember ? '90d' : '1h'`), only that is replaced; where
 * it stands elsewhere, the others would be lost.
 */
function written(
  code: string,
  lifetime: Setting<Lifetime>,
  instead: SettingValue<Lifetime> | undefined,
): readonly Edit[] | undefined {
  const { site, values, complete } = lifetime;
  if (site?.kind === 'value' && instead !== undefined) {
    const { file, span } = instead.place;
    if (file === site.file && contains(site.span, span)) return [{ file, span, text: code }];
    if (values.length > 1 || !complete) return undefined;
  }
  return assign({ setting: lifetime, code: () => code });
}
