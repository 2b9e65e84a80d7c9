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
import { isHoverEnabled } from './settings';
import { findTokenWord } from './tokenWord';

/** Turns a text that may be a token into markdown that says what is inside; `undefined` when it is no token. */
export type Decode = (text: string) => Promise<string | undefined>;

/** Shows what a token holds in every file that the server does not read itself. */
export function registerTokenHover(decode: Decode): Disposable {
  return languages.registerHoverProvider(
    { scheme: '*' },
    {
      async provideHover(document: TextDocument, position: Position) {
        if (isCheckedLanguage(document.languageId) || !isWanted(document)) return undefined;
        const word = findTokenWord(document.lineAt(position).text, position.character);
        if (word === undefined) return undefined;
        const markdown = await decode(word.text);
        if (markdown === undefined) return undefined;
        const range = new Range(position.line, word.start, position.line, word.start + word.text.length);
        return new Hover(new MarkdownString(markdown), range);
      },
    },
  );
}

function isWanted(document: TextDocument): boolean {
  return isHoverEnabled(document) && workspace.getConfiguration('authlint', document).get('hover.everywhere', true);
}
