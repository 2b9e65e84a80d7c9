import type { Diagnostic, InitializeResult } from 'vscode-languageserver/node';
import { askingOfDocuments, askingOfWorkspace, typingIn } from './asking';
import { PULLING } from './capabilities';
import type { Folder } from './folder';
import type { EditorOptions, TestEditor } from './testEditor';
import { listenTo } from './told';
import { start, type Transport } from './transports';

/** Starts a server for a folder, and an editor that it knows. */
export async function openEditor(folder: Folder, options: EditorOptions = {}): Promise<TestEditor> {
  const transport = start(options.transport ?? 'stdio');
  const { connection } = transport;
  const told = listenTo(connection, folder, options);
  connection.listen();
  const initialized = await initialize(transport, folder, options);

  const documents = askingOfDocuments(connection, folder);
  const until: TestEditor['until'] = async (what, condition) => {
    const deadline = Date.now() + 20_000;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}. ${transport.errors()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  // The settings and the listener that a test gives to the editor are those that the server gets to see.
  return Object.assign(told, {
    connection,
    transport,
    initialized,
    ...typingIn(connection, folder),
    ...documents,
    ...askingOfWorkspace(connection),
    configurationChanged(changed: object) {
      told.settings = changed;
      return connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    until,
    indexed: () => until('the index', () => told.indexStates.at(-1) === 'complete'),
    async refreshed(...[act, name, expected]: Parameters<TestEditor['refreshed']>) {
      let seen = told.refreshes();
      await act();
      for (let found: readonly Diagnostic[] | undefined; found === undefined || !expected(found); ) {
        await until(`another refresh: ${name} has ${JSON.stringify(found)}`, () => told.refreshes() > seen);
        seen = told.refreshes();
        found = await documents.diagnostics(name);
      }
    },
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return transport.ended;
    },
  });
}

async function initialize(
  { connection, ended, errors }: Transport,
  folder: Folder,
  options: EditorOptions,
): Promise<InitializeResult> {
  const folderUris = options.folders?.map((name) => folder.uriOf(name)) ?? [folder.uri];
  const died = ended.then((code) => {
    throw new Error(`The server ended with ${code} before it was ready. ${errors()}`);
  });
  const ready = connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: folderUris.map((uri) => ({ uri, name: 'folder' })),
    capabilities: options.capabilities ?? PULLING,
    initializationOptions: { fileAccess: true, status: true, settings: options.initialSettings },
  });
  died.catch(() => undefined);
  const initialized = await Promise.race([ready, died]);
  await connection.sendNotification('initialized', {});
  return initialized;
}
