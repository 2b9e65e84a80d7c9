import * as vscode from 'vscode';
import { eventually } from './expect';

/** A diagnostic of ours as a person sees it: what is underlined, from where to where, and what the label says. */
export interface ShownFinding {
  readonly rule: string;
  readonly page: string;
  readonly severity: string;
  /** `line:column-line:column`, counted from 1 as the status bar does. */
  readonly range: string;
  readonly text: string;
}

/** Opens a file of the workspace in an editor, as it is on disk. */
export async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(toUri(file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Gives every changed document the text that it has on disk, and closes all editors. */
export async function closeAll(): Promise<void> {
  const findChanged = () => vscode.workspace.textDocuments.find(({ isDirty }) => isDirty);
  await eventually(
    async () => {
      const changed = findChanged();
      if (changed !== undefined) {
        await vscode.window.showTextDocument(changed);
        // A mere revert leaves out what was never saved.
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
      return findChanged()?.fileName;
    },
    (changed) => changed === undefined,
  );
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The address of a file of the workspace. */
export function toUri(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  return vscode.Uri.joinPath(folder.uri, file);
}

/** Our diagnostics on `document`, in order. */
export function findingsOf(document: vscode.TextDocument): readonly ShownFinding[] {
  return diagnosticsOf(document.uri).map((diagnostic) => ({
    rule: toRule(diagnostic),
    page: typeof diagnostic.code === 'object' ? diagnostic.code.target.toString() : '',
    severity: vscode.DiagnosticSeverity[diagnostic.severity] ?? '',
    range: toText(diagnostic.range),
    text: document.getText(diagnostic.range),
  }));
}

/** The rules of our diagnostics on `document`, in order. */
export function rulesOf(document: vscode.TextDocument): readonly string[] {
  return findingsOf(document).map(({ rule }) => rule);
}

/** The rules of our diagnostics on a file of the workspace that need not be open, in order. */
export function rulesIn(file: string): readonly string[] {
  return diagnosticsOf(toUri(file)).map(toRule);
}

/** The places that our diagnostics on `document` point to: the name of the file, and the range. */
export function relatedOf(document: vscode.TextDocument): readonly (readonly [string, string])[] {
  return diagnosticsOf(document.uri)
    .flatMap(({ relatedInformation }) => relatedInformation ?? [])
    .map(({ location: { uri, range } }) => [uri.path.split('/').at(-1) ?? '', toText(range)]);
}

/** Runs `act` while the workspace has a setting, and takes it back. */
export async function withSetting(key: string, value: unknown, act: () => Promise<void>): Promise<void> {
  const update = (to: unknown) =>
    vscode.workspace.getConfiguration().update(key, to, vscode.ConfigurationTarget.Workspace);
  await update(value);
  try {
    await act();
  } finally {
    await update(undefined);
  }
}

/** Writes a file, as another program would. */
export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Replaces the first `before` in `document`, as if typed: it is not saved. */
export async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, after);
  await vscode.workspace.applyEdit(edit);
}

/** The code actions of `kind` offered on the first diagnostic of `rule`, once there is one with a title of `title`. */
export async function findAction(
  document: vscode.TextDocument,
  rule: string,
  title: RegExp,
): Promise<vscode.CodeAction> {
  await eventually(
    () => rulesOf(document),
    (rules) => rules.includes(rule),
  );
  const index = rulesOf(document).indexOf(rule);
  const actions = await eventually(
    () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        diagnosticsOf(document.uri)[index]?.range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      ),
    (offered) => offered.some((action) => title.test(action.title)),
  );
  const action = actions.find((offered) => title.test(offered.title));
  if (action === undefined) {
    throw new Error(`No action ${title}`);
  }
  return action;
}

/** Does what choosing `action` in the light-bulb menu does. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`VS Code refused the edit of "${action.title}".`);
  }
}

/** The text of the hover of ours at the place where `needle` first stands in `document`, once there is one. */
export function hoverAt(document: vscode.TextDocument, needle: string): Promise<string> {
  return eventually(
    () => hoversAt(document, needle),
    (text) => text !== '',
  );
}

/** The text of the hover of ours at the place where `needle` first stands in `document`; empty when there is none. */
export async function hoversAt(document: vscode.TextDocument, needle: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(needle) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .filter((text) => text.includes('JWT'))
    .join('\n\n');
}

/** What waits for the user goes on when these commands are run, which do nothing before. */
export async function repeatUntilDone(commands: readonly string[], waiting: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const done = waiting.then(() => {
    isDone = true;
  });
  await eventually(
    async () => {
      for (const command of commands) await vscode.commands.executeCommand(command);
      return isDone;
    },
    (value) => value,
  );
  await done;
}

function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'authlint')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

function toRule({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function toText({ start, end }: vscode.Range): string {
  return `${toPosition(start)}-${toPosition(end)}`;
}

function toPosition({ line, character }: vscode.Position): string {
  return `${line + 1}:${character + 1}`;
}
