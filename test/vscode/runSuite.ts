import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import type { VSCodeVersion } from './provision/workbench';

/** One run of the suite in a VS Code. */
export interface Run {
  readonly version: VSCodeVersion;
  /** The extension host: a Node.js process, or the web worker of vscode.dev. */
  readonly host: 'node' | 'web';
  /** Absolute path of the extension's folder. */
  readonly extension: string;
  /** Of those that `WORKSPACES` names; else the one for a single folder. */
  readonly suite?: Suite;
}

/** What each suite opens, below this folder. */
const WORKSPACES = { index: 'workspace', folders: 'folders/several.code-workspace' } as const;

type Suite = keyof typeof WORKSPACES;

/** Whether the runs download a desktop VS Code, rather than the workbench and a browser from npm. */
export const isDesktop = process.env.VSCODE_TEST_DESKTOP === '1';

/** Runs a suite on a copy of what it opens, and prints what it prints. Rejects when a test of the suite fails. */
export async function runSuite({ version, host, extension, suite = 'index' }: Run): Promise<void> {
  const copy = await realpath(await mkdtemp(path.join(tmpdir(), 'authlint-workspace-')));
  // VS Code runs a suite in the extension host of the extension that it lies in.
  const bundle = path.join(extension, `.cache/vscode/suite-${process.pid}`);
  const [folder = '', ...file] = WORKSPACES[suite].split('/');
  try {
    await cp(path.join(__dirname, folder), copy, { recursive: true });
    await bundleSuite(suite, path.join(bundle, 'index.js'), host);
    await runTests({
      ...(isDesktop ? { version } : { vscodeExecutablePath: path.join(__dirname, 'launcher/code.cjs') }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: path.join(bundle, 'index.js'),
      extensionTestsEnv: { VSCODE_TEST_VERSION: version },
      launchArgs: [
        path.join(copy, ...file),
        '--log=authlint.authlint:trace',
        ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
  } finally {
    await rm(bundle, { recursive: true, force: true });
    await rm(copy, { recursive: true, force: true });
  }
}

async function bundleSuite(suite: Suite, outfile: string, host: Run['host']): Promise<void> {
  await build({
    entryPoints: [path.join(__dirname, `suite/${suite}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    define: { EXTENSION_HOST: JSON.stringify(host) },
    logLevel: 'warning',
  });
}
