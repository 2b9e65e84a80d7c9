import { type Disposable, languages, type TextDocument, Uri, window, workspace } from 'vscode';

/** Documents that nobody can edit, and that no file holds. */
export interface ReadOnlyDocuments extends Disposable {
  /** Opens a document of that text. Its name, with an ending, stands on its tab. */
  show(name: string, language: string, text: string): Promise<TextDocument>;
}

export function createReadOnlyDocuments(scheme: string): ReadOnlyDocuments {
  const contents = new Map<string, string>();
  let opened = 0;
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => contents.get(path),
  });
  const closing = workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === scheme) contents.delete(uri.path);
  });
  return {
    async show(name, language, text) {
      opened += 1;
      const uri = Uri.from({ scheme, path: `/${opened}/${name}` });
      contents.set(uri.path, text);
      const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), language);
      await window.showTextDocument(document, { preview: true });
      return document;
    },
    dispose() {
      provider.dispose();
      closing.dispose();
    },
  };
}
