import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  l10n,
  UIKind,
  version,
  window,
  workspace,
} from 'vscode';
import type { Knowledge } from './knowledge';

/** The command that copies what a bug report needs: versions, states, settings. No code, no name of a file. */
export function registerDiagnosticInfoCommand(knowledge: Knowledge, context: ExtensionContext): Disposable {
  return commands.registerCommand('authlint.copyDiagnosticInfo', async () => {
    await env.clipboard.writeText(toDiagnosticInfo(knowledge, context));
    await window.showInformationMessage(l10n.t('authlint: copied. It holds no code and no names of files.'));
  });
}

function toDiagnosticInfo(knowledge: Knowledge, { extension }: ExtensionContext): string {
  const { packageJSON } = extension;
  const host = env.uiKind === UIKind.Web ? 'web' : 'desktop';
  return [
    `authlint: ${packageJSON.version}`,
    `VS Code: ${version}, ${host}, remote: ${env.remoteName ?? 'none'}, language: ${env.language}`,
    `workspace: ${workspace.workspaceFolders?.length ?? 0} folders, ${workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    `server: ${knowledge.server}, index: ${knowledge.index ?? 'none'}`,
    `document: ${toDocument(knowledge)}`,
    `settings: ${toSettings(Object.keys(packageJSON.contributes.configuration.properties))}`,
    '',
  ].join('\n');
}

function toDocument(knowledge: Knowledge): string {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return 'none';
  const { languageId, lineCount, uri } = document;
  const what = `${languageId}, ${uri.scheme}, ${lineCount} lines`;
  const status = knowledge.of(document);
  if (status === undefined) return `${what}, not checked`;
  if (status.skipped !== undefined) return `${what}, left out: ${status.skipped}`;
  const { rules, findings, milliseconds, config, configProblem } = status;
  const source = config === undefined ? 'editor' : 'config file';
  const mistake = configProblem === undefined ? '' : ', with mistakes';
  return `${what}, ${rules} rules, ${findings} findings, ${milliseconds.toFixed(1)} ms, settings: ${source}${mistake}`;
}

/** The settings that somebody changed. */
function toSettings(names: readonly string[]): string {
  const settings = workspace.getConfiguration(undefined, window.activeTextEditor?.document);
  const changed = names.filter((name) => {
    const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect(name) ?? {};
    return [globalValue, workspaceValue, workspaceFolderValue].some((value) => value !== undefined);
  });
  return changed.map((name) => `${name} = ${JSON.stringify(settings.get(name))}`).join(', ') || 'as they come';
}
