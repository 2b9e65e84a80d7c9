import type { BaseLanguageClient } from 'vscode-languageclient';

/** The server, which is loaded and started when it is needed: most files that wake the extension up hold nothing for it. */
export interface Server {
  /** The connection, once it was needed. */
  readonly client: BaseLanguageClient | undefined;
  start(): Promise<BaseLanguageClient>;
  /** Asks the server to run a command of its own; starts it where it was not needed yet. */
  run<T>(command: string, ...given: readonly object[]): Promise<T>;
  /** Runs a command that answers with a text; `undefined` where it has none. */
  read(command: string, argument: object): Promise<string | undefined>;
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
  const run: Server['run'] = async (command, ...given) => {
    const loaded = await load();
    return loaded.sendRequest('workspace/executeCommand', { command, arguments: given });
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
    run,
    async read(command, argument) {
      const answer = await run<{ readonly value: string } | null>(command, argument);
      return answer?.value;
    },
    async dispose() {
      await (await connecting)?.dispose();
    },
  };
}
