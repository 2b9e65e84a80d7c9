import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

export type TransportKind = 'stdio' | 'worker';

/** A running server and the wire to it. */
export interface Transport {
  readonly connection: ProtocolConnection;
  /** What the server wrote to stderr. */
  readonly errors: () => string;
  /** Resolves with the exit code when the server has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const ROOT = join(__dirname, '../../..');
const BUNDLE = join(ROOT, 'dist/authlint.js');
const WORKER_BUNDLE = join(ROOT, 'dist/server.worker.js');
const FROM_SOURCE = ['--import', 'tsx', '--require', './scripts/markdown.cjs', 'server/cli/main.ts'];

export function start(kind: TransportKind): Transport {
  return kind === 'stdio' ? startProcess() : startWorker();
}

function startProcess(): Transport {
  const script = existsSync(BUNDLE) ? [BUNDLE] : FROM_SOURCE;
  const child = spawn(process.execPath, [...script, '--lsp'], { cwd: ROOT, stdio: 'pipe' });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  return {
    connection: createProtocolConnection(child.stdout, child.stdin),
    errors: () => errors,
    ended,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

// Makes a worker thread as poor as a web worker. The bundle runs as a plain script: it has no `require`.
const WORKER_SHIM = `
const { parentPort, workerData } = require('node:worker_threads');
const { runInThisContext } = require('node:vm');
globalThis.self = {
  postMessage: (data) => parentPort.postMessage(data),
  set onmessage(handler) { parentPort.on('message', (data) => handler({ data })); },
  addEventListener() {},
  close: () => parentPort.close(),
};
for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate']) globalThis[name] = undefined;
runInThisContext(workerData, 'server.worker.js');
`;

function startWorker(): Transport {
  const worker = new Worker(WORKER_SHIM, { eval: true, workerData: workerBundle(), stderr: true });
  let errors = '';
  worker.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  worker.on('error', (error) => {
    errors += String(error.stack);
  });
  const ended = new Promise<number | null>((resolve) => {
    worker.once('exit', resolve);
  });
  return {
    connection: createProtocolConnection(new PortReader(worker), new PortWriter(worker)),
    errors: () => errors,
    ended,
    async stop() {
      await worker.terminate();
    },
  };
}

function workerBundle(): string {
  if (existsSync(WORKER_BUNDLE)) return readFileSync(WORKER_BUNDLE, 'utf8');
  const { outputFiles } = buildSync({
    entryPoints: [join(ROOT, 'server/lsp/worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    loader: { '.md': 'text' },
  });
  return outputFiles[0]?.text ?? '';
}

class PortReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  listen(callback: DataCallback): Disposable {
    this.#worker.on('message', callback);
    return { dispose: () => this.#worker.off('message', callback) };
  }
}

class PortWriter extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    this.dispose();
  }
}
