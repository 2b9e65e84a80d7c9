import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { FileSystem } from '../host/files/fileSystem';
import { fromUri } from '../host/files/path';
import type { ScanReader } from '../host/files/scan';
import type { RulePages } from '../host/rulePages';
import { type Editor, toEditor } from './editor';
import { CODE_ACTION_KINDS, findCodeActions, resolveCodeAction, throwIfOutdated } from './features/codeActions';
import { COMMANDS, executeCommand } from './features/commands';
import { answerPulls, pushDiagnostics } from './features/diagnostics';
import { findHover } from './features/hover';
import { findInlayHints } from './features/inlayHints';
import { answerWorkspacePulls, pushWorkspaceDiagnostics } from './features/workspaceDiagnostics';
import { createWorkspaceScan } from './features/workspaceScan';
import {
  CommitsChangedNotification,
  IndexNotification,
  type InitializationOptions,
  StatusNotification,
  toInitializationOptions,
  toStatus,
} from './protocol';
import type { Folder } from './scopedSettings';
import { createSession } from './session';
import { watch } from './watch';

/** How a server reads files. */
export interface Reading {
  readonly fileSystem: FileSystem;
  readonly scanReader: ScanReader;
  readonly readPages: () => Promise<RulePages>;
}

/** Where a server reads files, given what the editor offers. */
export type ToReading = (options: InitializationOptions) => Reading;

/** Runs the language server on a connection until the editor ends it. */
export function startServer(connection: Connection, toReading: ToReading): void {
  connection.onInitialize((params): InitializeResult => {
    const editor = toEditor(params);
    const options = toInitializationOptions(params.initializationOptions);
    let folders = toFolders(params);
    const session = createSession(connection, editor, {
      ...toReading(options),
      folders: () => folders,
      initialSettings: options.settings,
      commits: options.commits,
    });
    const scan = createWorkspaceScan(session);
    if (editor.pullsDiagnostics) {
      answerPulls(session, (file) => scan.reports()?.get(file));
      answerWorkspacePulls(session, scan);
    } else {
      pushDiagnostics(session);
      pushWorkspaceDiagnostics(session, scan);
    }
    if (options.status) {
      session.onCheck((outcome) => {
        session.attempt('Sending the status', async () => {
          const status = toStatus(outcome, await session.configOf(outcome.document));
          await connection.sendNotification(StatusNotification, status);
        });
      });
    }
    if (options.status) {
      session.onIndex((state) => {
        session.attempt('Sending the status', () => connection.sendNotification(IndexNotification, { state }));
      });
    }
    connection.onCodeAction((request, token) =>
      session.answer('Finding code actions', [], token, () => findCodeActions(session, request, token)),
    );
    connection.onCodeActionResolve((action, token) => {
      throwIfOutdated(session, action);
      return session.answer('Writing an edit', action, token, () => resolveCodeAction(session, action, token));
    });
    connection.onHover((request, token) =>
      session.answer('Decoding a token', null, token, () => findHover(session, request)),
    );
    connection.onExecuteCommand((request, token, reporter) => {
      const progress = request.workDoneToken === undefined ? undefined : reporter;
      return session.answer('A command', null, token, () =>
        executeCommand(session, scan, request, { token, progress }),
      );
    });
    connection.languages.inlayHint.on((request, token) =>
      session.answer('Hinting at tokens', [], token, () => findInlayHints(session, request)),
    );
    connection.onNotification(CommitsChangedNotification, session.commitsChanged);
    connection.onInitialized(() => {
      watch(session);
      session.start();
      if (!editor.workspaceFolders) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders = [...folders.filter(({ uri }) => !removed.some((gone) => gone.uri === uri)), ...added.map(toFolder)];
        session.foldersChanged();
      });
    });
    return { capabilities: toCapabilities(editor), serverInfo: { name: 'authlint' } };
  });
  connection.listen();
}

function toCapabilities(editor: Editor): InitializeResult['capabilities'] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    executeCommandProvider: { commands: COMMANDS, workDoneProgress: true },
    ...(editor.codeActionLiterals && {
      codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: editor.resolvesEdits },
    }),
    ...(editor.inlayHints && { inlayHintProvider: true }),
    ...(editor.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'authlint', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    ...(editor.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}

function toFolders({ workspaceFolders, rootUri }: InitializeParams): readonly Folder[] {
  return (workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : [])).map(toFolder);
}

function toFolder({ uri }: WorkspaceFolder): Folder {
  return { uri, path: fromUri(uri) };
}
