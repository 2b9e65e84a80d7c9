import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Workbench } from '../provision/workbench';

/** A VS Code server that listens on a port of its own. */
export interface Server {
  /** Host and port; also the authority of every `vscode-remote:` URI. */
  readonly authority: string;
  /** What the server printed so far. */
  output(): string;
  /** Ends the server with its extension hosts and removes its data. */
  stop(): Promise<void>;
}

/** What a server serves beside VS Code. */
export interface ServerOptions {
  /** Whether every workspace is trusted without asking. */
  readonly isTrusted: boolean;
  /** Absolute path of the folder that is served under `/extension`. */
  readonly extension: string;
  /** Where to write down, and refuse, what the server and its extension hosts do to leave the machine. */
  readonly networkLog?: string;
}

/** Starts VS Code's server. It ends with this process, whichever way that one ends. */
export async function startServer(
  { node, server }: Workbench,
  { isTrusted, extension, networkLog }: ServerOptions,
): Promise<Server> {
  const data = await mkdtemp(path.join(tmpdir(), 'authlint-vscode-server-'));
  const options = {
    'accept-server-license-terms': true,
    'without-connection-token': true,
    'server-data-dir': data,
    'telemetry-level': 'off',
    'disable-workspace-trust': isTrusted,
    // A built workbench takes the extension under test and its suite from the address only with this flag.
    'enable-smoke-test-driver': true,
  };
  const script = path.join(__dirname, 'serve.cjs');
  const child = spawn(node, [script, server, JSON.stringify(options), extension], {
    detached: true,
    env: networkLog === undefined ? process.env : { ...process.env, ...toWatched(networkLog) },
  });
  let output = '';
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    }
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk;
        const announced = /^Serving VS Code on port (\d+)/m.exec(output)?.[1];
        if (announced !== undefined) {
          resolve(announced);
        }
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('error', reject);
      child.on('exit', (code, signal) =>
        reject(new Error(`VS Code's server ended with ${code ?? signal}:\n${output}`)),
      );
    });
    return { authority: `127.0.0.1:${port}`, output: () => output, stop };
  } catch (reason) {
    await stop();
    throw reason;
  }
}

function toWatched(networkLog: string): NodeJS.ProcessEnv {
  const hook = path.resolve(__dirname, '../../network/refused.cjs');
  return {
    NODE_OPTIONS: `--require ${hook}`,
    AUTHLINT_NETWORK_LOG: networkLog,
    // The workbench asks a gallery what to recommend, unless there is none.
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
  };
}
