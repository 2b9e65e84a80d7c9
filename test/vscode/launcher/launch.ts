import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { provideBrowser } from '../provision/browser';
import { currentVSCode, isVSCodeVersion, provideWorkbench } from '../provision/workbench';
import { type LaunchRequest, toLaunchRequest } from './arguments';
import { MARK } from './mark';
import { openPage } from './page';
import { startServer } from './server';
import { openWorkbench } from './workbench';

/** Minutes after which a run counts as hung: one takes half a minute, where nothing else runs. */
const limit = 8;

/**
 * Where VS Code's own TypeScript extension asks which experiments it takes part in, and the address by which its preview of
 * Markdown asks a service worker for parts of VS Code, and the network where that worker is late. Refused like the rest.
 */
const OWN_ATTEMPTS = /\bdefault\.exp-tas\.com\b|\.vscode-resource\.vscode-cdn\.net\/.*\/vscode-[\d.]+\/extensions\//;

/**
 * Runs a suite in VS Code's workbench in a headless browser, as a desktop VS Code would with the same command line.
 * VSCODE_TEST_VERSION chooses the VS Code. Prints what the suite prints, and resolves to its exit code.
 */
export async function launch(args: readonly string[]): Promise<number> {
  const request = toLaunchRequest(args);
  const version = process.env.VSCODE_TEST_VERSION ?? currentVSCode;
  if (!isVSCodeVersion(version)) {
    throw new Error(`VSCODE_TEST_VERSION is ${version}, a VS Code that these tests do not know.`);
  }
  const workbench = await provideWorkbench(version);
  const browser = await provideBrowser();
  const interrupted = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  const notes = await mkdtemp(path.join(tmpdir(), 'authlint-network-'));
  const networkLog = path.join(notes, 'log');
  const server = await startServer(workbench, { ...request, networkLog });
  const complaints = new Set<string>();
  try {
    const { page, close } = await openPage(browser);
    const requests = watchRequests(page, server.authority);
    try {
      const code = await Promise.race([
        runSuite(page, server.authority, request, complaints),
        interrupted.then(() => 130),
        setTimeout(limit * 60_000, undefined, { ref: false }),
      ]);
      const refused = existsSync(networkLog) ? (await readFile(networkLog, 'utf8')).trimEnd().split('\n') : [];
      const attempts = [...requests, ...refused].filter((attempt) => !OWN_ATTEMPTS.test(attempt));
      if (code === 0 && attempts.length === 0) {
        return 0;
      }
      if (attempts.length > 0) {
        console.error(['Something tried to leave the machine:', ...attempts].join('\n'));
        return code || 1;
      }
      console.error(['VS Code complained:', ...complaints].join('\n'));
      if (code !== undefined) {
        return code;
      }
      throw new Error(`The suite did not end within ${limit} minutes. VS Code's server said:\n${server.output()}`);
    } finally {
      await close();
    }
  } finally {
    await server.stop();
    await rm(notes, { recursive: true });
  }
}

/** The addresses beyond this server that anything in the page asks for, workers included. */
function watchRequests(page: Page, authority: string): ReadonlySet<string> {
  const seen = new Set<string>();
  page.context().on('request', (request) => {
    const { protocol, host, origin, pathname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && host !== authority) seen.add(`${origin}${pathname}`);
  });
  return seen;
}

async function runSuite(page: Page, authority: string, request: LaunchRequest, complaints: Set<string>) {
  const events = new EventEmitter();
  const exit = once(events, 'exit');
  page.on('crash', () => events.emit('error', new Error('The browser crashed, or ran out of memory.')));
  await page.exposeFunction('codeAutomationExit', (code: number) => events.emit('exit', code));
  await page.exposeFunction('codeAutomationLog', (type: string, line: readonly unknown[]) => {
    const [first, ...rest] = line;
    if (typeof first === 'string' && first.startsWith(MARK)) {
      console.log(first.slice(MARK.length), ...rest);
    } else if (type === 'error') {
      complaints.add(line.join(' ').split('\n', 4).join('\n'));
    }
  });
  await openWorkbench(page, authority, request);
  const [code] = await exit;
  return Number(code);
}
