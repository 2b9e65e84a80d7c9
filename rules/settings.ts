import { POLICIES, type Policy, type Preset, type Severity } from './config';
import type { LibraryModel } from './models/model';

/** What a user can set; the one source for the config file's schema and the editor's settings. */
export interface Settings {
  readonly preset: Preset;
  /** Severity per rule id; `off` silences a rule. Rules that are not named keep their own severity. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly policy: Policy;
  /** `auth`: only cookies that carry a credential or a session id; `all`: every cookie. */
  readonly cookies: 'auth' | 'all';
  /** Whether files that are tests by their path are reported. */
  readonly testFiles: 'ignore' | 'report';
  /** Whether comments that suppress a finding have to say why. */
  readonly requireReason: boolean;
  /**
   * The user's own libraries, beside those that are built in. What is derived from the list is kept for as long as the
   * list is: hand over the same one for the same config.
   */
  readonly models: readonly LibraryModel[];
}

const NO_MODELS: readonly LibraryModel[] = [];

export const DEFAULT_SETTINGS: Settings = settingsFor('recommended');

export function settingsFor(preset: Preset): Settings {
  return {
    preset,
    rules: {},
    policy: POLICIES[preset],
    cookies: 'auth',
    testFiles: 'ignore',
    requireReason: false,
    models: NO_MODELS,
  };
}
