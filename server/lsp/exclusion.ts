import { findAnalysisRoot } from '../host/analysisRoot';
import { type Exclusion, findExclusion } from '../host/files/exclusions';
import { basename, dirname } from '../host/files/path';
import { isScript } from '../host/files/sourceFiles';
import type { Workspace } from '../host/workspace';
import { findNotebook } from './cells';
import type { ScopedSettings } from './scopedSettings';

const REASONS: Readonly<Record<Exclusion, string>> = {
  'not-written-by-hand': 'Generated and installed code is not checked.',
  'ignored-by-config': 'authlint.config.json ignores this file.',
  'ignored-by-git': '.gitignore excludes this file.',
  'test-code': 'Test code is not checked: see the setting `testFiles`.',
};

/** What editors show the past of a file under. */
const PAST_VERSION = /^(?:git|gitlens|review|vscode-local-history):/;

/** Why an open file is left out on purpose, for people; `undefined` when it is checked. */
export async function findReasonToSkip(
  file: string,
  settings: ScopedSettings,
  workspace: Workspace,
): Promise<string | undefined> {
  const { enable } = await settings.load(file);
  if (!enable) return 'The setting `authlint.enable` is off.';
  if (PAST_VERSION.test(file)) return 'Past versions are not checked.';
  const subject = isScript(basename(file)) ? file : findNotebook(file);
  // An untitled document has no name that could exclude it.
  if (subject === undefined) return undefined;
  const { files, configs } = workspace;
  const root = settings.findFolder(subject)?.path ?? (await findAnalysisRoot(dirname(subject), files, configs));
  const exclusion = await findExclusion(subject, root, await workspace.settingsOf(subject), workspace);
  return exclusion && REASONS[exclusion];
}
