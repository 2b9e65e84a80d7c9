import { CancellationToken, type DocumentDiagnosticReport, type ProtocolConnection } from 'vscode-languageserver/node';
import type { Folder } from './folder';
import type { Requests } from './testEditor';

/** What an editor says and asks of the files of a folder. */
export function createRequests(connection: ProtocolConnection, folder: Folder): Requests {
  const versions = new Map<string, number>();
  const nextVersion = (uri: string): number => {
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    return version;
  };
  const toDocument = (name: string) => ({ textDocument: { uri: folder.uriOf(name) } });
  const didChange = (name: string, change: object): Promise<void> => {
    const uri = folder.uriOf(name);
    return connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: nextVersion(uri) },
      contentChanges: [change],
    });
  };
  const unresolved: Requests['unresolved'] = (name, range, context) =>
    connection.sendRequest('textDocument/codeAction', {
      ...toDocument(name),
      range,
      context: { diagnostics: [], ...context },
    });
  const resolve: Requests['resolve'] = (action) => connection.sendRequest('codeAction/resolve', action);
  const pull = (name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest('textDocument/diagnostic', {
      ...toDocument(name),
      ...(previousResultId !== undefined && { previousResultId }),
    });
  const execute: Requests['execute'] = (command, { token = CancellationToken.None, argument } = {}) => {
    const given = argument === undefined ? [] : [argument];
    return connection.sendRequest('workspace/executeCommand', { command, arguments: given }, token);
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
    close: (name) => connection.sendNotification('textDocument/didClose', toDocument(name)),
    filesChanged: (...changes) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map(({ name, type }) => ({ uri: folder.uriOf(name), type })),
      }),
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
    execute,
    pullAll: (previous, token) =>
      connection.sendRequest(
        'workspace/diagnostic',
        { previousResultIds: Object.entries(previous).map(([uri, value]) => ({ uri, value })) },
        token ?? CancellationToken.None,
      ),
    hover: (name, position) => connection.sendRequest('textDocument/hover', { ...toDocument(name), position }),
    decode: (text, more) => execute('authlint.decode', { argument: { text, ...more } }),
    verify: (text, key) => execute('authlint.verify', { argument: { text, key } }),
    hints: (name, range) => connection.sendRequest('textDocument/inlayHint', { ...toDocument(name), range }),
  };
}
