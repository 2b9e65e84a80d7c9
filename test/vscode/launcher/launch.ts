import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { provideBrowser } from '../provision/browser';
import { currentVSCode, isVSCodeVersion, provideWorkbench } from '../provision/workbench';
import { type LaunchRequest, toLaunchRequest } from './arguments';
import { type Server, startServer } from './server';
import { openPage, toWorkbenchUrl } from './workbenchPage';

/** Minutes after which a run counts as hung: one takes about ten seconds. */
const limit = 5;

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
  const server = await startServer(workbench, request.isTrusted);
  try {
    const { page, close } = await openPage(browser);
    try {
      return await Promise.race([
        runSuite(page, server.authority, request),
        interrupted.then(() => 130),
        failLate(page, server),
      ]);
    } finally {
      await close();
    }
  } finally {
    await server.stop();
  }
}

async function runSuite(page: Page, authority: string, request: LaunchRequest): Promise<number> {
  const { promise: exitCode, resolve, reject } = withResolvers();
  page.on('crash', () => reject(new Error('The browser ran out of memory, or crashed.')));
  await page.exposeFunction('codeAutomationExit', resolve);
  await page.exposeFunction('codeAutomationLog', (_type: string, line: readonly unknown[]) => console.log(...line));
  await page.goto(
    toWorkbenchUrl(authority, request.workspace, {
      extensionDevelopmentPath: `vscode-remote://${authority}${request.extension}`,
      extensionTestsPath: `vscode-remote://${authority}${request.suite}`,
      ...(request.isWeb ? { extensionDevelopmentKind: 'web' } : {}),
    }),
  );
  return exitCode;
}

async function failLate(page: Page, server: Server): Promise<never> {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await setTimeout(limit * 60_000, undefined, { ref: false });
  const evidence = [...complaints.slice(-20), server.output().slice(-2000)].join('\n');
  throw new Error(`The suite did not end within ${limit} minutes. The workbench and its server said:\n${evidence}`);
}

function withResolvers() {
  let resolve: (code: number) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<number>((onCode, onFailure) => {
    resolve = onCode;
    reject = onFailure;
  });
  return { promise, resolve, reject };
}
