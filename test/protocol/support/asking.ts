import { CancellationToken, type DocumentDiagnosticReport, type ProtocolConnection } from 'vscode-languageserver/node';
import type { Folder } from './folder';
import type { TestEditor } from './testEditor';

type Typing = Pick<TestEditor, 'open' | 'change' | 'edit' | 'close' | 'filesChanged'>;

/** Tells the server what happens to documents and files, by their names in the folder. */
export function typingIn(connection: ProtocolConnection, folder: Folder): Typing {
  const versions = new Map<string, number>();
  const nextVersion = (uri: string): number => {
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    return version;
  };
  const didChange = (name: string, change: object): Promise<void> => {
    const uri = folder.uriOf(name);
    return connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: nextVersion(uri) },
      contentChanges: [change],
    });
  };
  return {
    open(name, text, languageId = 'typescript') {
      const uri = folder.uriOf(name);
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: nextVersion(uri), text },
      });
    },
    change: (name, text) => didChange(name, { text }),
    edit: (name, range, text) => didChange(name, { range, text }),
    close: (name) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: folder.uriOf(name) } }),
    filesChanged: (...changes) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map(({ name, type }) => ({ uri: folder.uriOf(name), type })),
      }),
  };
}

type AskingOfDocuments = Pick<
  TestEditor,
  'pull' | 'diagnostics' | 'unresolved' | 'resolve' | 'actions' | 'hover' | 'hints'
>;

/** Asks the server about a document, by its name in the folder. */
export function askingOfDocuments(connection: ProtocolConnection, folder: Folder): AskingOfDocuments {
  const unresolved: TestEditor['unresolved'] = (name, range, context) =>
    connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: folder.uriOf(name) },
      range,
      context: { diagnostics: [], ...context },
    });
  const resolve: TestEditor['resolve'] = (action) => connection.sendRequest('codeAction/resolve', action);
  const pull = (name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: folder.uriOf(name) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  return {
    pull,
    async diagnostics(name) {
      const report = await pull(name);
      if (report.kind !== 'full') throw new Error('The report is not a full one.');
      return report.items;
    },
    unresolved,
    resolve,
    async actions(name, range, context) {
      const actions = await unresolved(name, range, context);
      return Promise.all(actions.map((action) => (action.data === undefined ? action : resolve(action))));
    },
    hover: (name, position) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri: folder.uriOf(name) }, position }),
    hints: (name, range) =>
      connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: folder.uriOf(name) }, range }),
  };
}

type AskingOfWorkspace = Pick<TestEditor, 'execute' | 'pullAll' | 'decode' | 'verify'>;

/** Asks the server for what is of no single document. */
export function askingOfWorkspace(connection: ProtocolConnection): AskingOfWorkspace {
  return {
    execute(command, { token = CancellationToken.None, argument } = {}) {
      const given = argument === undefined ? [] : [argument];
      return connection.sendRequest('workspace/executeCommand', { command, arguments: given }, token);
    },
    pullAll: (previous, token) =>
      connection.sendRequest(
        'workspace/diagnostic',
        { previousResultIds: Object.entries(previous).map(([uri, value]) => ({ uri, value })) },
        token ?? CancellationToken.None,
      ),
    decode: (text, more) =>
      connection.sendRequest('workspace/executeCommand', {
        command: 'authlint.decode',
        arguments: [{ text, ...more }],
      }),
    verify: (text, key) =>
      connection.sendRequest('workspace/executeCommand', { command: 'authlint.verify', arguments: [{ text, key }] }),
  };
}
