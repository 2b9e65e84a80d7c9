import { rules } from '../../rules';
import { configShape } from '../host/config/configShape';
import { readConfig } from '../host/config/readConfig';
import type { SettingsLayer } from '../host/config/settings';
import { asRecord } from '../host/packages/manifests';

/** The editor's settings of section `authlint`. */
export interface EditorSettings {
  readonly enable: boolean;
  /** All files of the workspace are checked, not just open ones. */
  readonly workspaceScan: boolean;
  /** Which findings are shown: all, or those that the last commit of version control did not have. */
  readonly scope: 'all' | 'changed';
  /** Whether tokens are shown on hover. */
  readonly hover: boolean;
  /** Whether it is said behind each token when it expires. */
  readonly inlayHints: boolean;
  /** What the editor sets; config files win over it. */
  readonly layer: SettingsLayer;
  /** What is wrong with the settings, with the allowed values. Wrong ones are left out. */
  readonly problems: readonly string[];
}

const KEYS = ['preset', 'rules', 'policy', 'cookies', 'testFiles'] as const;

/** Reads what the editor sent, by the same rules as a config file. */
export function toEditorSettings(value: unknown): EditorSettings {
  const given = asRecord(value) ?? {};
  const set = Object.fromEntries(KEYS.map((key) => [key, given[key]]));
  // Editors say of what nobody set that it is null.
  const text = JSON.stringify(set, (_, inner) => inner ?? undefined);
  const { settings, problems } = readConfig('', text, configShape(rules));
  return {
    enable: given.enable !== false,
    workspaceScan: given.workspaceScan === true,
    scope: given.scope === 'changed' ? 'changed' : 'all',
    hover: asRecord(given.hover)?.enable !== false,
    inlayHints: asRecord(given.inlayHints)?.enable === true,
    layer: settings,
    problems: problems.map(({ message }) => message),
  };
}
