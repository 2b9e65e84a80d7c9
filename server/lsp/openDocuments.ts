import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LineIndex, lineIndex, type ParsedDocument, parseDocument } from '../../rules';
import { type DocumentResult, toDocumentResult } from '../host/documents';
import { basename } from '../host/files/path';
import { findSkip } from '../host/files/source';
import { isScript } from '../host/files/sourceFiles';
import { toFile } from './cells';

/** A document as the editor holds it at one version. */
export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  /** As the hosts spell it. */
  readonly file: string;
  readonly version: number;
  readonly text: string;
  readonly languageId: string;
  readonly index: LineIndex;
}

/** What the editor holds open, and for each document the single live tree of its text. */
export interface OpenDocuments {
  find(uri: string): OpenDocument | undefined;
  findFile(file: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
  /** The current text of an open file, parsed from its last tree where there is one; every version is parsed once. */
  parse(file: string): DocumentResult | undefined;
  onOpen(listener: (document: OpenDocument) => void): void;
  /** Not called for the change that opening is. */
  onChange(listener: (document: OpenDocument) => void): void;
  onSave(listener: (document: OpenDocument) => void): void;
  onClose(listener: (document: Pick<OpenDocument, 'uri' | 'file'>) => void): void;
}

interface Entry {
  readonly document: OpenDocument;
  parsed: DocumentResult | undefined;
  /** The tree of an earlier version; parsing consumes it. */
  previous: ParsedDocument | undefined;
}

type Language = NonNullable<Parameters<typeof parseDocument>[3]>;

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['typescript', 'ts'],
  ['typescriptreact', 'tsx'],
  ['javascript', 'js'],
  ['javascriptreact', 'jsx'],
  ['vue', 'vue'],
  ['svelte', 'svelte'],
  ['astro', 'astro'],
  ['html', 'html'],
]);

/** Takes the documents' notifications of a connection for itself. */
export function listenToDocuments(connection: Connection): OpenDocuments {
  const texts = new TextDocuments(TextDocument);
  const entries = new Map<string, Entry>();
  const uris = new Map<string, string>();
  const changed: ((document: OpenDocument) => void)[] = [];
  const opened: ((document: OpenDocument) => void)[] = [];

  texts.onDidChangeContent(({ document: current }) => {
    const known = entries.get(current.uri);
    const entry = toEntry(current, known);
    entries.set(current.uri, entry);
    uris.set(entry.document.file, current.uri);
    for (const listener of known === undefined ? opened : changed) listener(entry.document);
  });
  texts.listen(connection);
  const find = (uri: string): OpenDocument | undefined => entries.get(uri)?.document;
  return {
    find,
    findFile: (file) => find(uris.get(file) ?? ''),
    all: () => Array.from(entries.values(), ({ document }) => document),
    parse(file) {
      const entry = entries.get(uris.get(file) ?? '');
      if (entry !== undefined) entry.parsed ??= parse(entry);
      return entry?.parsed;
    },
    onOpen: (listener) => opened.push(listener),
    onChange: (listener) => changed.push(listener),
    onSave(listener) {
      texts.onDidSave(({ document: { uri } }) => {
        const document = find(uri);
        if (document !== undefined) listener(document);
      });
    },
    onClose(listener) {
      texts.onDidClose(({ document: { uri } }) => {
        entries.delete(uri);
        const file = toFile(uri);
        uris.delete(file);
        listener({ uri, file });
      });
    },
  };
}

function toEntry(current: TextDocument, known: Entry | undefined): Entry {
  const { uri, version, languageId } = current;
  const text = current.getText();
  const document: OpenDocument = {
    uri,
    file: toFile(uri),
    version,
    text,
    languageId,
    index: lineIndex(text),
  };
  const parsed = known?.parsed?.kind === 'parsed' ? known.parsed.document : undefined;
  return { document, parsed: undefined, previous: parsed ?? known?.previous };
}

function parse(entry: Entry): DocumentResult {
  const { document, previous } = entry;
  const skip = findSkip(document.file, document.text);
  if (skip !== undefined) return { kind: 'skipped', skip };
  entry.previous = undefined;
  return parseText(document, document.text, previous);
}

/** Parses a text that a document has or might have. */
export function parseText(
  { file, languageId }: Pick<OpenDocument, 'file' | 'languageId'>,
  text: string,
  previous?: ParsedDocument,
): DocumentResult {
  const language = isScript(basename(file)) ? undefined : LANGUAGES.get(languageId);
  return toDocumentResult(file, parseDocument(file, text, previous, language));
}
