import { rules, type Settings, settingsFor } from '../../rules';
import { codeOf, type Section } from './fixture';

/** How the pages of one folder are run. */
export interface PageKind {
  /** The only rule that runs; all of them when absent. */
  readonly rule?: string;
  /** Squiggles carry the rule's id alone. */
  readonly isShort?: boolean;
}

/** The settings of a section: those of its config, and only the rule of its page. */
export function settingsOf({ blocks }: Section, { rule }: PageKind): Settings {
  const config = blocks.find(({ language, title }) => language === 'json' && title === 'config');
  const given = config === undefined ? {} : (JSON.parse(codeOf(config)) as Partial<Settings>);
  const base = settingsFor(given.preset ?? 'recommended');
  const others = rule === undefined ? [] : rules.filter(({ id }) => id !== rule).map(({ id }) => [id, 'off'] as const);
  return { ...base, ...given, rules: { ...Object.fromEntries(others), ...given.rules } };
}
