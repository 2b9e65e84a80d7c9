import { commands, type Disposable, type ExtensionContext, l10n, languages, Uri, window, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { Server } from './server';

const SCHEME = 'authlint-rule';
const EXPLAIN = 'authlint.explainRule';

/** The command that shows the page of a rule. The rules that the line of the cursor breaks come first. */
export function registerExplainCommand(server: Server, context: ExtensionContext): readonly Disposable[] {
  return [
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) => server.read('authlint.explain', { rule: path.slice(1, -'.md'.length) }),
    }),
    commands.registerCommand(EXPLAIN, async (given?: unknown) => {
      const rule = typeof given === 'string' ? given : await chooseRule(context);
      if (rule === undefined) return;
      await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path: `/${rule}.md` }));
    }),
  ];
}

/** Shows the documentation that a code action opens where one works, and not in a browser as the server would. */
export const openDocumentationHere: NonNullable<Middleware['executeCommand']> = (command, given, next) => {
  const [argument] = given;
  return command === 'authlint.openDocumentation'
    ? commands.executeCommand(EXPLAIN, argument?.rule)
    : next(command, given);
};

/** The manifest has a setting for each rule, with what it is about in the language of the editor. */
async function chooseRule({ extension }: ExtensionContext): Promise<string | undefined> {
  const rules: Readonly<Record<string, { readonly description: string }>> =
    extension.packageJSON.contributes.configuration.properties['authlint.rules'].properties;
  const broken = rulesAtCursor();
  const ids = [...broken, ...Object.keys(rules).filter((id) => !broken.includes(id))];
  const chosen = await window.showQuickPick(
    ids.map((id) => ({ label: id, detail: rules[id]?.description ?? '' })),
    { placeHolder: l10n.t('The rule to be explained'), matchOnDetail: true },
  );
  return chosen?.label;
}

function rulesAtCursor(): readonly string[] {
  const editor = window.activeTextEditor;
  if (editor === undefined) return [];
  const { line } = editor.selection.active;
  const found = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'authlint' && range.start.line <= line && line <= range.end.line)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
  return [...new Set(found)];
}
