import type { UnitMistake } from '../../facts/derive/unitMistake';
import { contextOf } from '../../facts/edit';
import { lifetimeCode } from '../../facts/lifetime';
import type { Lifetime, Setting } from '../../facts/schema';
import type { SettingValue, Unit } from '../../facts/schema/settings';
import type { EditSite } from '../../facts/schema/sites';
import { CHOICE, type Fix } from '../../finding';
import { spokenDuration } from '../../text/duration';
import type { Edit } from '../../text/edit';
import { contains, type Place } from '../../text/span';

/** Fixes that write what a lifetime was meant to be; the user chooses where that can be several things. */
export function unitFixes(
  lifetime: Setting<Lifetime>,
  { place, trail, time }: SettingValue<Lifetime>,
  { kind, meant, isCertain }: UnitMistake,
): readonly Fix[] {
  const context = contextOf(lifetime);
  const { site } = lifetime;
  const [first, ...others] = meant;
  if (context === undefined || time === undefined || first === undefined || site?.kind !== 'value') return [];
  const code = (seconds: number): string => lifetimeCode(seconds, time.unit, context.quote);
  if (isWithin(place, site)) {
    const edits = (text: string): readonly Edit[] => [{ file: place.file, span: place.span, text: keyed(text, site) }];
    if (others.length === 0) {
      const title = `Let the token live for ${spokenDuration(first)}`;
      return [{ title, safety: isCertain ? 'safe' : 'suggestion', edits: edits(code(first)) }];
    }
    const title = 'Say what the lifetime means';
    return [{ title, safety: 'suggestion', edits: edits(CHOICE), choices: meant.map(code) }];
  }
  // The number stands elsewhere, where it may be right: it is converted on its way.
  const used = trail[0];
  const conversion =
    isCertain && used !== undefined && isWithin(used, site) ? conversionOf(kind, time.unit) : undefined;
  if (conversion === undefined || used === undefined || typeof time.written === 'string') return [];
  const { before, after, title } = conversion;
  const { file, span } = used;
  const edits = [
    ...(site.shorthand || before !== '' ? [insertion(file, span.start, keyed(before, site))] : []),
    insertion(file, span.end, after),
  ];
  return [{ title, safety: 'safe', edits }];
}

function isWithin({ file, span }: Place, site: EditSite & { kind: 'value' }): boolean {
  return file === site.file && contains(site.span, span);
}

function keyed(text: string, { shorthand, key }: EditSite & { kind: 'value' }): string {
  return shorthand ? `${key}: ${text}` : text;
}

function insertion(file: string, offset: number, text: string): Edit {
  return { file, span: { start: offset, end: offset }, text };
}

interface Conversion {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

function conversionOf(kind: UnitMistake['kind'], unit: Unit): Conversion | undefined {
  switch (kind) {
    case 'too-small':
      return unit.number === 'milliseconds'
        ? { title: 'Convert it to milliseconds', before: '', after: ' * 1000' }
        : undefined;
    case 'too-large':
      return unit.number === 'seconds' ? { title: 'Convert it to seconds', before: '', after: ' / 1000' } : undefined;
    case 'instant':
      return { title: 'Convert it to seconds', before: 'Math.floor(', after: ' / 1000)' };
    default:
      return undefined;
  }
}
