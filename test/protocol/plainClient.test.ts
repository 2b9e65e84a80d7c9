import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { MANIFEST, ROUTE, SAFE_OPTIONS, TOKEN, UNSAFE_OPTIONS, VERIFY } from './support/samples';

const BUNDLE = join(__dirname, '../../dist/authlint.js');

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A client written by hand: it can do next to nothing, and writes URIs as it likes. */
class PlainClient {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'authlint-plain-')));
  readonly root = join(this.folder, "Zoë's app");
  readonly asked: string[] = [];
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private readonly received: Message[] = [];
  private rest = Buffer.alloc(0);
  private id = 0;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.child = spawn(process.execPath, [BUNDLE, '--lsp'], { cwd: '/', stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout?.on('data', (chunk: Buffer) => this.read(chunk));
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true });
    writeFileSync(join(this.root, name), text);
  }

  async start(params: object): Promise<unknown> {
    const initialized = await this.request('initialize', { processId: null, capabilities: {}, ...params });
    this.notify('initialized', {});
    return initialized;
  }

  open(uri: string, text: string, languageId: string): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  notify(method: string, params: object): void {
    this.send({ method, params });
  }

  async request(method: string, params: object): Promise<unknown> {
    this.id += 1;
    const { id } = this;
    this.send({ id, method, params });
    const answer = await this.until(`an answer to ${method}`, (message) => message.id === id && !message.method);
    if (answer.error) throw new Error(answer.error.message);
    return answer.result;
  }

  /** The codes of the diagnostics of a document, once they are as expected. */
  async codes(uri: string, expected: readonly string[]): Promise<readonly Diagnostic[]> {
    let last: readonly Diagnostic[] | undefined;
    try {
      await this.until('diagnostics', () => {
        last = this.received.findLast(({ params }) => params?.uri === uri)?.params?.diagnostics;
        return JSON.stringify(last?.map(({ code }) => code)) === JSON.stringify(expected);
      });
    } catch {
      assert.deepEqual(
        last?.map(({ code }) => code),
        expected,
      );
    }
    return last ?? [];
  }

  closeInput(): void {
    this.child.stdin?.end();
  }

  async stop(): Promise<void> {
    this.child.kill();
    await this.ended;
    rmSync(this.folder, { recursive: true });
  }

  private async until(what: string, isIt: (message: Message) => boolean): Promise<Message> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const found = this.received.find(isIt);
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  private send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8';
    this.child.stdin?.write(`${type}\r\nContent-Length: ${body.length}\r\n\r\n`);
    this.child.stdin?.write(body);
  }

  private read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const end = this.rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.rest.toString('latin1', 0, Math.max(end, 0)))?.[1]);
      if (end < 0 || this.rest.length < end + 4 + length) return;
      const message: Message = JSON.parse(this.rest.toString('utf8', end + 4, end + 4 + length));
      this.rest = this.rest.subarray(end + 4 + length);
      this.received.push(message);
      if (message.method === undefined || message.id === undefined) continue;
      this.asked.push(message.method);
      this.send({ id: message.id, error: { code: -32_601, message: 'Method not found' } });
    }
  }
}

describe('a client that can do next to nothing', function () {
  this.timeout(60_000);
  let client: PlainClient;

  beforeEach(() => {
    client = new PlainClient({ 'package.json': MANIFEST, 'options.ts': UNSAFE_OPTIONS });
  });

  afterEach(() => client.stop());

  for (const [how, encode] of [
    ['as it is', (path: string) => path],
    ['as encodeURI does', (path: string) => encodeURI(path)],
    ['in lower case', (path: string) => encodeURI(path).replace(/%../g, (escaped) => escaped.toLowerCase())],
    ['more than it must', (path: string) => encodeURI(path).replaceAll("'", '%27').replaceAll('.', '%2E')],
  ] as const) {
    it(`may write paths ${how}`, async () => {
      const uriOf = (name: string): string => `file://${encode(join(client.root, name))}`;
      await client.start({ rootUri: uriOf('') });
      client.open(uriOf('route.ts'), ROUTE, 'typescript');
      const [finding] = await client.codes(uriOf('route.ts'), ['cookie-missing-httponly']);
      assert.ok(finding);
      client.open(uriOf('options.ts'), SAFE_OPTIONS, 'typescript');
      await client.codes(uriOf('route.ts'), []);
      assert.deepEqual(client.asked, []);
    });
  }

  it('gets UTF-16, whatever it offers, edits as changes, and choices one by one', async () => {
    const uri = `file://${client.root}/verify.ts`;
    const { capabilities } = (await client.start({
      rootUri: `file://${client.root}`,
      capabilities: {
        general: { positionEncodings: ['utf-8'] },
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
    })) as { capabilities: Record<string, unknown> };
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.equal(capabilities.diagnosticProvider, undefined);
    client.open(uri, VERIFY.replace("algorithms: ['HS256'", "/* ü😀 */ algorithms: ['HS256'"), 'typescript');
    const [first, , third] = await client.codes(uri, ['jwt-alg-none', 'jwt-alg-none', 'jwt-missing-algorithms']);
    assert.ok(first && third);
    assert.deepEqual(Object.keys(first).sort(), ['code', 'data', 'message', 'range', 'severity', 'source']);
    assert.equal(
      first.range.start.character,
      'export const one = (token: string, key: string) => jwt.verify(token, key, { /* ü😀 */ '.length,
    );
    // Without the diagnostics that it covers, and with a range that is no more than a cursor.
    const ask = (range: Diagnostic['range']) =>
      client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: range.start, end: range.start },
        context: { diagnostics: [] },
      }) as Promise<CodeAction[]>;
    const actions = await ask(first.range);
    assert.ok(actions[0]?.edit?.changes?.[uri]);
    const offered = await ask(third.range);
    const choices = offered.filter(({ title }) => /: '\w+'$/.test(title));
    assert.ok(choices.length > 1, JSON.stringify(choices.map(({ title }) => title)));
    assert.ok(
      actions
        .concat(choices)
        .every(({ command, edit }) => command === undefined && edit?.documentChanges === undefined),
    );
  });

  it('need not name a root, nor a language that we know', async () => {
    const uri = 'file:///nowhere/verify.js';
    await client.start({ rootUri: null, initializationOptions: null });
    client.open(uri, `${VERIFY.replaceAll(': string', '')}const old = '${TOKEN}';\n`, 'js');
    await client.codes(uri, ['jwt-alg-none', 'jwt-alg-none', 'jwt-missing-algorithms', 'hardcoded-token']);
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 5, character: 30 },
    });
    assert.match(JSON.stringify(hover), /Decoded, not verified/);
  });

  it('learns of changes on disk when a document is saved', async () => {
    const uri = `file://${client.root}/route.ts`;
    await client.start({ rootUri: `file://${client.root}` });
    client.open(uri, ROUTE, 'typescript');
    await client.codes(uri, ['cookie-missing-httponly']);
    client.write('options.ts', SAFE_OPTIONS);
    client.notify('textDocument/didSave', { textDocument: { uri } });
    await client.codes(uri, []);
    client.write('options.ts', UNSAFE_OPTIONS);
    client.write('authlint.config.json', '{ "rules": { "cookie-missing-httponly": "information" } }');
    client.notify('textDocument/didSave', { textDocument: { uri } });
    const [finding] = await client.codes(uri, ['cookie-missing-httponly']);
    assert.equal(finding?.severity, 3);
  });

  it('keeps the settings that it came with when it sends none', async () => {
    const uri = `file://${client.root}/route.ts`;
    const rules = { 'cookie-missing-httponly': 'off' };
    await client.start({ rootUri: `file://${client.root}`, initializationOptions: { settings: { rules } } });
    client.open(uri, ROUTE, 'typescript');
    await client.codes(uri, []);
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    const other = `file://${client.root}/other.ts`;
    client.open(other, ROUTE, 'typescript');
    await client.codes(other, []);
    client.notify('workspace/didChangeConfiguration', { settings: { authlint: { rules: {} } } });
    await client.codes(uri, ['cookie-missing-httponly']);
  });

  it('may leave without a word', async () => {
    await client.start({ rootUri: `file://${client.root}` });
    client.closeInput();
    assert.notEqual(await client.ended, null);
  });
});
