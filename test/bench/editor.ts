import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { start } from './process';
import { CACHE, makeRepository, type Tree } from './setUp';
import { AUTHLINT } from './tools';

/** A long file to type in. */
export interface TypedFile {
  readonly name: string;
  /** The folder that the editor has open. */
  readonly directory: string;
  readonly path: string;
  readonly text: string;
}

/** How the language server did with one file, in milliseconds and megabytes. */
export interface EditorTimes {
  readonly name: string;
  readonly lines: number;
  readonly kilobytes: number;
  readonly findings: number;
  /** From the spawn of a server to its first diagnostics, one per server. */
  readonly startUp: readonly number[];
  /** From a key to the diagnostics after it, one per key. */
  readonly keystrokes: readonly number[];
  readonly peak: number;
}

const EXAMPLE = join(__dirname, '../../examples/notes-app');
const LINES = 2300;
export const KEYSTROKES = 200;

/** Typed one character at a time, so that most states on the way do not parse. */
const TYPED = `
import jwt from 'jsonwebtoken';
export function remember(res: Response, user: { id: string }) {
  const token = jwt.sign({ sub: user.id }, 'not-so-secret');
  res.cookie('token', token, { httpOnly: true, maxAge: 90 * 24 * 3600 * 1000 });
  localStorage.setItem('token', token);
  return jwt.verify(token, 'not-so-secret');
}
`;

/** A file of the example application that is about authentication in every line. */
export function setUpAuthFile(trees: readonly Tree[]): TypedFile {
  const directory = join(CACHE, 'editor');
  cpSync(EXAMPLE, directory, { recursive: true });
  makeRepository(directory);
  const routes = ['auth', 'embed'].map((name) => join(EXAMPLE, `server/routes/${name}.ts`));
  const path = join(directory, 'server/routes/all.ts');
  const text = concatenate([...routes, ...trees.flatMap((tree) => tree.files)]);
  writeFileSync(path, text);
  return { name: 'nothing but authentication', directory, path, text };
}

/** The longest file of a tree that holds code and no data. */
export function longestFile({ name, directory, files }: Tree): TypedFile {
  const texts = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const longest = texts
    .filter(({ text }) => (text.match(/\bfunction\b|=>|\) \{$/gm) ?? []).length > text.length / 1000)
    .reduce((one, other) => (other.text.length > one.text.length ? other : one), { path: '', text: '' });
  return { name: `${basename(longest.path)} of ${name}`, directory, ...longest };
}

/** Times `starts` servers, and 200 keys in the last of them. */
export async function measureEditor({ name, directory, path, text }: TypedFile, starts: number): Promise<EditorTimes> {
  const startUp: number[] = [];
  for (let count = 1; count < starts; count++) {
    const server = await startServer(directory, path, text);
    startUp.push(server.startUp);
    await server.stop();
  }
  const server = await startServer(directory, path, text);
  await server.indexed;
  const keystrokes = await type(server, path, text);
  const peak = await server.stop();
  return {
    name,
    lines: text.split('\n').length,
    kilobytes: Math.round(text.length / 1024),
    findings: server.findings,
    startUp: [...startUp, server.startUp],
    keystrokes,
    peak,
  };
}

interface Server {
  readonly connection: ProtocolConnection;
  readonly startUp: number;
  /** Resolves when the server has looked through the workspace. */
  readonly indexed: Promise<void>;
  readonly findings: number;
  /** Ends the server; gives its peak memory in megabytes. */
  stop(): Promise<number>;
}

async function startServer(directory: string, file: string, text: string): Promise<Server> {
  const begin = performance.now();
  const { child, usage } = start(directory, [AUTHLINT, '--lsp', '--stdio']);
  if (child.stdout === null || child.stdin === null) throw new Error('the server has no pipes');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  const indexed = new Promise<void>((resolve) => {
    connection.onNotification('authlint/index', ({ state }: { readonly state: string }) => {
      if (state !== 'building') resolve();
    });
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    initializationOptions: { status: true },
    rootUri: pathToFileURL(directory).href,
    workspaceFolders: [{ uri: pathToFileURL(directory).href, name: 'bench' }],
    capabilities: {
      textDocument: { diagnostic: { relatedInformation: true } },
      workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: pathToFileURL(file).href, languageId: 'typescript', version: 1, text },
  });
  const report = await pull(connection, file);
  const startUp = performance.now() - begin;
  return {
    connection,
    startUp,
    indexed,
    findings: report.kind === 'full' ? report.items.length : 0,
    async stop() {
      const closed = new Promise((resolve) => child.once('close', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await closed;
      connection.dispose();
      return usage().peakMegabytes;
    },
  };
}

async function type({ connection }: Server, file: string, text: string): Promise<readonly number[]> {
  const lines = text.split('\n');
  // Between two statements in the middle, wherever that is.
  const middle = lines.findIndex((line, index) => index > lines.length / 2 && /^\s*\}$/.test(line)) + 1;
  let position = { line: middle, character: 0 };
  const times: number[] = [];
  for (let key = 0; key < KEYSTROKES; key++) {
    const typed = TYPED[key % TYPED.length] ?? '';
    const begin = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: pathToFileURL(file).href, version: key + 2 },
      contentChanges: [{ range: { start: position, end: position }, text: typed }],
    });
    await pull(connection, file);
    times.push(performance.now() - begin);
    position =
      typed === '\n'
        ? { line: position.line + 1, character: 0 }
        : { line: position.line, character: position.character + 1 };
  }
  return times;
}

function pull(connection: ProtocolConnection, file: string): Promise<DocumentDiagnosticReport> {
  return connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: pathToFileURL(file).href } });
}

/** Whole files, as many as fit into `LINES` lines. */
function concatenate(files: readonly string[]): string {
  let text = '';
  let room = LINES;
  for (const file of files.filter((it) => it.endsWith('.ts'))) {
    const next = readFileSync(file, 'utf8');
    const lines = next.split('\n').length;
    if (lines > room) continue;
    text += next;
    room -= lines - 1;
  }
  return text;
}
