import { type Command, type Disposable, LanguageStatusSeverity, l10n, languages, Uri, window, workspace } from 'vscode';
import type { DocumentStatus, Knowledge } from './knowledge';
import { CHECKED_LANGUAGES, isCheckedLanguage } from './languages';

const SELECTOR = CHECKED_LANGUAGES.map((language) => ({ language }));

/** What an item of the language status shows. */
interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly command: Command;
}

/** Shows, in the language status of the active editor, what the last check did or why there was none, and what decided. */
export function registerStatus(knowledge: Knowledge): readonly Disposable[] {
  const check = languages.createLanguageStatusItem('authlint.status', SELECTOR);
  const settings = languages.createLanguageStatusItem('authlint.settings', SELECTOR);
  check.name = l10n.t('authlint: the last check');
  settings.name = l10n.t('authlint: the settings');
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !isCheckedLanguage(document.languageId)) return;
    const status = knowledge.of(document);
    Object.assign(check, toCheck(status, knowledge));
    check.busy = knowledge.server === 'starting' || knowledge.index === 'building';
    Object.assign(settings, toSettings(status));
  };
  update();
  return [check, settings, window.onDidChangeActiveTextEditor(update), knowledge.onChange(update)];
}

function toCheck(status: DocumentStatus | undefined, { server, index }: Knowledge): Shown {
  if (server === 'failed') {
    return {
      text: l10n.t('authlint is not running'),
      detail: l10n.t('The log says why.'),
      severity: LanguageStatusSeverity.Error,
      command: { title: l10n.t('Restart'), command: 'authlint.restart' },
    };
  }
  if (status?.skipped !== undefined) {
    return {
      text: l10n.t('authlint: not checked'),
      detail: status.skipped,
      severity: LanguageStatusSeverity.Warning,
      command: { title: l10n.t('Why?'), command: 'authlint.whyNotChecked' },
    };
  }
  const details = [status === undefined ? l10n.t('not checked yet') : toDetail(status)];
  if (index === 'building') details.push(l10n.t('looking through the workspace'));
  if (index === 'partial') details.push(l10n.t('the workspace is too large to be looked through'));
  return {
    text: status === undefined ? 'authlint' : l10n.t('authlint: {0} rules', status.rules),
    detail: details.join(', '),
    severity: LanguageStatusSeverity.Information,
    command: { title: l10n.t('Show Log'), command: 'authlint.showLog' },
  };
}

/** What the last check found, and how long it took. */
export function toDetail({ findings, known, milliseconds }: DocumentStatus): string {
  const time = milliseconds.toFixed(1);
  return known === 0
    ? l10n.t('{0}, {1} ms', toFindings(findings), time)
    : l10n.t('{0}, {1} known and not shown, {2} ms', toFindings(findings), known, time);
}

export function toFindings(count: number): string {
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

function toSettings(status: DocumentStatus | undefined): Shown {
  if (status?.config === undefined) {
    return {
      text: l10n.t('Settings of the editor'),
      detail: l10n.t('no authlint.config.json counts here'),
      severity: LanguageStatusSeverity.Information,
      command: {
        title: l10n.t('Open Settings'),
        command: 'workbench.action.openSettings',
        arguments: ['@ext:authlint.authlint'],
      },
    };
  }
  const { config, configProblem } = status;
  const uri = Uri.parse(config);
  return {
    text: l10n.t('Settings of {0}', workspace.asRelativePath(uri)),
    detail: configProblem ?? l10n.t('what it does not say, the editor says'),
    severity: configProblem === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Error,
    command: { title: l10n.t('Open'), command: 'vscode.open', arguments: [uri] },
  };
}
