import type { Connection } from 'vscode-languageserver';
import { relative } from '../host/files/path';
import { asRecord } from '../host/packages/manifests';
import type { Editor } from './editor';
import { type EditorSettings, toEditorSettings } from './settings';

/** A workspace folder. */
export interface Folder {
  readonly uri: string;
  readonly path: string;
}

/** The editor's settings, which may differ from folder to folder. */
export interface ScopedSettings {
  /** Asks the editor for the settings of a file's folder, once. */
  load(file: string): Promise<EditorSettings>;
  /** The settings of a file as far as they are loaded. */
  peek(file: string): EditorSettings;
  /** Takes what an editor sends that cannot be asked, and asks the others again. */
  reload(sent: unknown): Promise<void>;
  findFolder(file: string): Folder | undefined;
}

const NO_FOLDER = '';

export function createScopedSettings(
  connection: Connection,
  editor: Editor,
  folders: () => readonly Folder[],
  initial: unknown,
): ScopedSettings {
  const loaded = new Map<string, EditorSettings>();
  const asked = new Map<string, Promise<EditorSettings>>();
  let fallback = read(connection, initial, undefined);

  const findFolder = (file: string): Folder | undefined =>
    folders()
      .filter(({ path }) => relative(path, file) !== undefined)
      .reduce<Folder | undefined>(
        (inner, folder) => (inner && inner.path.length > folder.path.length ? inner : folder),
        undefined,
      );
  const scopeOf = (file: string): string => findFolder(file)?.uri ?? NO_FOLDER;
  const ask = async (scope: string): Promise<EditorSettings> => {
    const item = { section: 'authlint', ...(scope !== NO_FOLDER && { scopeUri: scope }) };
    const settings = read(connection, initial, await connection.workspace.getConfiguration(item));
    loaded.set(scope, settings);
    return settings;
  };
  const askOnce = (scope: string): Promise<EditorSettings> => {
    const answer = asked.get(scope) ?? ask(scope).finally(() => asked.delete(scope));
    asked.set(scope, answer);
    return answer;
  };

  return {
    findFolder,
    async load(file) {
      if (!editor.configuration) return fallback;
      const scope = scopeOf(file);
      return loaded.get(scope) ?? (await askOnce(scope));
    },
    peek: (file) => loaded.get(scopeOf(file)) ?? fallback,
    async reload(sent) {
      if (editor.configuration) await Promise.all(Array.from(loaded.keys(), ask));
      else fallback = read(connection, initial, sent);
    },
  };
}

/** Editors answer with nothing, or an empty object, when all that they were given is what they came with. */
function read(connection: Connection, initial: unknown, value: unknown): EditorSettings {
  const settings = toEditorSettings({ ...asRecord(initial), ...asRecord(value) });
  for (const problem of settings.problems) connection.console.warn(`Settings: ${problem}`);
  return settings;
}
