import { type Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECKED_LANGUAGES } from './languages';

/** What the server says of a document after each check. */
interface DocumentStatus {
  readonly uri: string;
  readonly rules: number;
  readonly findings: number;
  readonly milliseconds: number;
  readonly skipped?: string;
}

/** How far the server's index of the workspace is. */
type IndexState = 'building' | 'complete' | 'partial';

const INDEX_DETAILS: Readonly<Record<IndexState, string>> = {
  building: ', looking through the workspace',
  complete: '',
  partial: ', the workspace is too large to be looked through',
};

/** Shows, in the language status of the active editor, what the last check did or why there was none. */
export function registerStatus(client: BaseLanguageClient): readonly Disposable[] {
  const known = new Map<string, DocumentStatus>();
  let index: IndexState | undefined;
  const item = languages.createLanguageStatusItem(
    'authlint.status',
    CHECKED_LANGUAGES.map((language) => ({ language })),
  );
  item.name = 'authlint';
  item.command = { title: 'Restart', command: 'authlint.restart' };

  const update = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri === undefined ? undefined : known.get(client.code2ProtocolConverter.asUri(uri));
    item.text = status?.skipped === undefined ? 'authlint' : 'authlint: not checked';
    item.detail = status === undefined ? 'not checked yet' : toDetail(status) + INDEX_DETAILS[index ?? 'complete'];
    item.busy = index === 'building';
    item.severity = status?.skipped === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
  };
  client.onNotification('authlint/status', (status: DocumentStatus) => {
    known.set(status.uri, status);
    update();
  });
  client.onNotification('authlint/index', ({ state }: { readonly state: IndexState }) => {
    index = state;
    update();
  });
  update();
  return [
    item,
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
  ];
}

function toDetail({ rules, findings, milliseconds, skipped }: DocumentStatus): string {
  if (skipped !== undefined) return skipped;
  const found = findings === 1 ? '1 finding' : `${findings} findings`;
  return `${rules} rules, ${found}, ${milliseconds.toFixed(1)} ms`;
}
