import { Hover, languages, MarkdownString, type Position, type TextDocument } from 'vscode';
import { isCheckedLanguage } from './languages';

// A JSON object in base64url starts with `ey` or `ew`.
const TOKEN = /\be[yw][\w-]{10,}(?:[.~][\w~-]*)*/;
const LONGEST = 16_384;

/** Turns a token into markdown that says what is inside; `undefined` when it is no token. */
export type Decode = (text: string) => Promise<string | undefined>;

/** Shows what a token holds in every file that the server does not read itself. */
export function registerTokenHover(decode: Decode) {
  return languages.registerHoverProvider(
    { scheme: '*' },
    {
      async provideHover(document: TextDocument, position: Position) {
        if (isCheckedLanguage(document.languageId)) return undefined;
        const range = document.getWordRangeAtPosition(position, TOKEN);
        if (range === undefined) return undefined;
        const word = document.getText(range);
        if (word.length > LONGEST) return undefined;
        const markdown = await decode(word);
        return markdown === undefined ? undefined : new Hover(new MarkdownString(markdown), range);
      },
    },
  );
}
