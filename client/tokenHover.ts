import {
  type Disposable,
  Hover,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { isCheckedLanguage } from './languages';
import type { TokenReader } from './tokenReader';
import { findTokenWord } from './tokenWord';

/** Shows what a token holds in every file that the server does not read itself. */
export function registerTokenHover(tokens: TokenReader): Disposable {
  return languages.registerHoverProvider(
    { scheme: '*' },
    {
      async provideHover(document: TextDocument, position: Position) {
        if (isCheckedLanguage(document.languageId) || !isShownEverywhere(document)) return undefined;
        const word = findTokenWord(document.lineAt(position).text, position.character);
        if (word === undefined) return undefined;
        const markdown = await tokens.decode(word.text, 'hover', document.uri.toString());
        if (markdown === undefined) return undefined;
        const range = new Range(position.line, word.start, position.line, word.start + word.text.length);
        return new Hover(new MarkdownString(markdown), range);
      },
    },
  );
}

function isShownEverywhere(document: TextDocument): boolean {
  return workspace.getConfiguration('authlint', document).get('hover.everywhere', true);
}
