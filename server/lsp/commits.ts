import type { Connection } from 'vscode-languageserver';
import { CommittedTextRequest } from './protocol';

/** What the last commit of version control holds, as far as the editor tells. */
export interface Commits {
  /** The text of a file there, empty of a file that is new; `undefined` where nobody knows. */
  textOf(uri: string): Promise<string | undefined>;
  /** To be called when another commit is the last one. */
  forget(): void;
}

/** `isTold`: the editor answers `authlint/committedText`. */
export function createCommits(connection: Connection, isTold: boolean): Commits {
  const texts = new Map<string, Promise<string | undefined>>();
  const ask = async (uri: string): Promise<string | undefined> => {
    try {
      return (await connection.sendRequest(CommittedTextRequest, { uri })) ?? undefined;
    } catch {
      // An editor that fails to say it does not know.
      return undefined;
    }
  };
  return {
    async textOf(uri) {
      if (!isTold) return undefined;
      const text = texts.get(uri) ?? ask(uri);
      texts.set(uri, text);
      return text;
    },
    forget: () => texts.clear(),
  };
}
