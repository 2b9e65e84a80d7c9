import { PRESETS, SEVERITIES, type Settings } from '../../rules';

/** The editor's settings of section `authlint`; a key is absent when the editor does not set it. */
export interface EditorSettings extends Partial<Pick<Settings, 'preset' | 'rules' | 'cookies' | 'testFiles'>> {
  readonly enable: boolean;
}

const COOKIES = ['auth', 'all'] as const;
const TEST_FILES = ['ignore', 'report'] as const;
const RULE_LEVELS = [...SEVERITIES, 'off'] as const;

/** Reads what the editor sent; a value that is not allowed is left out and named to `complain`. */
export function toEditorSettings(value: unknown, complain: (message: string) => void): EditorSettings {
  const given = isRecord(value) ? value : {};
  const oneOf = <T extends string>(key: string, allowed: readonly T[]): T | undefined =>
    findAllowed(given[key], allowed, () => complain(`authlint.${key}: allowed values are ${allowed.join(', ')}.`));
  const preset = oneOf('preset', PRESETS);
  const cookies = oneOf('cookies', COOKIES);
  const testFiles = oneOf('testFiles', TEST_FILES);
  return {
    enable: given.enable !== false,
    ...(preset && { preset }),
    ...(cookies && { cookies }),
    ...(testFiles && { testFiles }),
    ...(given.rules != null && { rules: toRules(given.rules, complain) }),
  };
}

function toRules(value: unknown, complain: (message: string) => void): Settings['rules'] {
  if (!isRecord(value)) {
    complain('authlint.rules: an object of rule ids and severities is expected.');
    return {};
  }
  const rules: Record<string, Settings['rules'][string]> = {};
  for (const [id, given] of Object.entries(value)) {
    const level = findAllowed(given, RULE_LEVELS, () =>
      complain(`authlint.rules: allowed values for ${id} are ${RULE_LEVELS.join(', ')}.`),
    );
    if (level !== undefined) rules[id] = level;
  }
  return rules;
}

function findAllowed<T extends string>(value: unknown, allowed: readonly T[], complain: () => void): T | undefined {
  if (value === undefined || value === null) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) complain();
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
