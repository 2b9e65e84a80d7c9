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
}

/** Whether the runs download a desktop VS Code, rather than the workbench and a browser from npm. */
export const isDesktop = process.env.VSCODE_TEST_DESKTOP === '1';

/** Runs the suite on a copy of `workspace/` and prints what it prints. Rejects when a test of the suite fails. */
export async function runSuite({ version, host, extension }: Run): Promise<void> {
  const workspace = await realpath(await mkdtemp(path.join(tmpdir(), 'authlint-workspace-')));
  // VS Code runs a suite in the extension host of the extension that it lies in.
  const suite = path.join(extension, `.cache/vscode/suite-${process.pid}`);
  try {
    await cp(path.join(__dirname, 'workspace'), workspace, { recursive: true });
    await bundleSuite(path.join(suite, 'index.js'), host);
    await runTests({
      ...(isDesktop ? { version } : { vscodeExecutablePath: path.join(__dirname, 'launcher/code.cjs') }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: path.join(suite, 'index.js'),
      extensionTestsEnv: { VSCODE_TEST_VERSION: version },
      launchArgs: [
        workspace,
        '--log=authlint.authlint:trace',
        ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
  } finally {
    await rm(suite, { recursive: true, force: true });
    await rm(workspace, { recursive: true, force: true });
  }
}

async function bundleSuite(outfile: string, host: Run['host']): Promise<void> {
  await build({
    entryPoints: [path.join(__dirname, 'suite/index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    define: { EXTENSION_HOST: JSON.stringify(host) },
    logLevel: 'warning',
  });
}
