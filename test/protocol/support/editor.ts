import type { Diagnostic, InitializeResult } from 'vscode-languageserver/node';
import { PULLING } from './capabilities';
import type { Folder } from './folder';
import { PAGES, receive } from './received';
import { createRequests } from './requests';
import type { EditorOptions, TestEditor } from './testEditor';
import { start, type Transport } from './transports';

/** Starts a server, and is its editor, with a folder. */
export async function openEditor(folder: Folder, options: EditorOptions = {}): Promise<TestEditor> {
  const transport = start(options.transport ?? 'stdio');
  const { connection } = transport;
  const received = receive(connection, folder, options);
  connection.listen();
  const initialized = await initialize(transport, folder, options);
  const requests = createRequests(connection, folder);

  const until: TestEditor['until'] = async (what, condition) => {
    const deadline = Date.now() + 20_000;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}. ${transport.errors()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  // What it received changes: that is no copy.
  return Object.assign(received, requests, {
    connection,
    transport,
    initialized,
    until,
    configurationChanged(changed: object) {
      received.settings = changed;
      return connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    commit(files: Readonly<Record<string, string>>) {
      received.committed = files;
      return connection.sendNotification('authlint/commitsChanged');
    },
    indexed: () => until('the index', () => received.indexStates.at(-1) === 'complete'),
    async refreshed(...[act, name, expected]: Parameters<TestEditor['refreshed']>) {
      let seen = received.refreshes();
      await act();
      for (let found: readonly Diagnostic[] | undefined; found === undefined || !expected(found); ) {
        await until(`another refresh: ${name} has ${JSON.stringify(found)}`, () => received.refreshes() > seen);
        seen = received.refreshes();
        found = await requests.diagnostics(name);
      }
    },
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return transport.ended;
    },
  });
}

async function initialize(transport: Transport, folder: Folder, options: EditorOptions): Promise<InitializeResult> {
  const died = transport.ended.then((code) => {
    throw new Error(`The server ended with ${code} before it was ready. ${transport.errors()}`);
  });
  died.catch(() => undefined);
  const folderUris = options.folders?.map((name) => folder.uriOf(name)) ?? [folder.uri];
  const ready = transport.connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: folderUris.map((uri) => ({ uri, name: 'folder' })),
    capabilities: options.capabilities ?? PULLING,
    initializationOptions: {
      fileAccess: true,
      commits: true,
      pages: PAGES,
      status: true,
      settings: options.initialSettings,
    },
  });
  const initialized = await Promise.race([ready, died]);
  await transport.connection.sendNotification('initialized', {});
  return initialized;
}
