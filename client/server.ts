import type { BaseLanguageClient } from 'vscode-languageclient';

/** The server, which is loaded and started when it is needed: most files that wake the extension up hold nothing for it. */
export interface Server {
  /** The connection, once it was needed. */
  readonly client: BaseLanguageClient | undefined;
  start(): Promise<BaseLanguageClient>;
  /** Asks the server to run a command of its own; starts it where it was not needed yet. */
  run<T>(command: string, ...given: readonly object[]): Promise<T>;
  dispose(): Promise<void>;
}

/** Connects once, when that is first asked for. */
export function createServer(connect: () => Promise<BaseLanguageClient>): Server {
  let connecting: Promise<BaseLanguageClient> | undefined;
  let client: BaseLanguageClient | undefined;
  const load = async (): Promise<BaseLanguageClient> => {
    connecting ??= connect();
    client = await connecting;
    return client;
  };
  return {
    get client() {
      return client;
    },
    async start() {
      const loaded = await load();
      await loaded.start();
      return loaded;
    },
    async run(command, ...given) {
      const loaded = await load();
      return loaded.sendRequest('workspace/executeCommand', { command, arguments: given });
    },
    async dispose() {
      await (await connecting)?.dispose();
    },
  };
}
