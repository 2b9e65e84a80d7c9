import type { InitializeParams } from 'vscode-languageserver';

/** What the editor at the other end can do, as far as we make use of it. */
export interface Editor {
  /** It asks for diagnostics and can be told to ask again; else they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescriptions: boolean;
  readonly snippetEdits: boolean;
  readonly documentChanges: boolean;
  /** It shows what is about to change and lets the user leave out parts of it. */
  readonly changeAnnotations: boolean;
  /** It takes edits that make files. */
  readonly createsFiles: boolean;
  readonly codeActionLiterals: boolean;
  /** It asks for the edit of a code action when one is taken. */
  readonly resolvesEdits: boolean;
  readonly workDoneProgress: boolean;
  readonly appliesEdits: boolean;
  readonly inlayHints: boolean;
  readonly inlayHintRefresh: boolean;
  readonly showsDocuments: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watcherRegistration: boolean;
  readonly workspaceFolders: boolean;
  /** BCP 47 tag of the editor's language. */
  readonly locale: string;
}

export function toEditor({ capabilities, locale = 'en-GB' }: InitializeParams): Editor {
  const { textDocument, workspace, window } = capabilities;
  const pullsDiagnostics = textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
  const diagnostics = pullsDiagnostics ? textDocument?.diagnostic : textDocument?.publishDiagnostics;
  return {
    pullsDiagnostics,
    relatedInformation:
      diagnostics?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation ?? false,
    codeDescriptions:
      diagnostics?.codeDescriptionSupport ?? textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    workDoneProgress: window?.workDoneProgress === true,
    appliesEdits: workspace?.applyEdit === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    inlayHints: textDocument?.inlayHint !== undefined,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watcherRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    locale,
  };
}
