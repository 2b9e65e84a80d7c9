import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { provisioned, run, unpackPackage } from './cache';

/** The VS Code versions that the tests run on, by the code-server release that carries each of them. */
const releases = {
  '1.139.1': { codeServer: '4.139.1', watchdog: '@vscode/native-watchdog', size: '105 MB' },
  '1.93.1': { codeServer: '4.93.1', watchdog: 'native-watchdog', size: '63 MB' },
} as const;

/** A VS Code version, such as `1.139.1`. */
export type VSCodeVersion = keyof typeof releases;

/** The VS Code that the suites and the pictures run on. */
export const currentVSCode: VSCodeVersion = '1.139.1';

/** The oldest VS Code that `engines.vscode` admits. */
export const oldestVSCode: VSCodeVersion = '1.93.1';

/** VS Code's server together with the workbench that it serves to a browser. */
export interface Workbench {
  /** Absolute path of the Node.js executable that runs the server. */
  readonly node: string;
  /** Absolute path of the server's main module. */
  readonly server: string;
}

/** Whether `version` is one that these tests know how to get. */
export function isVSCodeVersion(version: string): version is VSCodeVersion {
  return version in releases;
}

/** VS Code of the given version from the npm registry, downloaded on first use. */
export async function provideWorkbench(version: VSCodeVersion): Promise<Workbench> {
  const { codeServer, watchdog, size } = releases[version];
  const node = await provisioned(`node-${nodeVersion}`, `Node.js ${nodeVersion} (npm, 53 MB)`, (folder) =>
    unpackPackage(`node-${process.platform}-${process.arch}@${nodeVersion}`, 'bin', folder),
  );
  const vscode = await provisioned(
    `vscode-${version}`,
    `VS Code ${version} (code-server ${codeServer} from npm, ${size})`,
    async (folder) => {
      await unpackPackage(`code-server@${codeServer}`, 'lib/vscode', folder);
      await amendDependencies(folder);
      await installDependencies(folder);
      await installDependencies(path.join(folder, 'extensions'));
      await writeFile(path.join(folder, 'node_modules', watchdog, 'index.js'), scriptedWatchdog);
    },
  );
  await writeFile(path.join(vscode, 'node_modules/@vscode/spdlog/index.js'), scriptedLog);
  return { node: path.join(node, 'node'), server: path.join(vscode, 'out/server-main.js') };
}

const nodeVersion = '24.21.0';

/**
 * AI agents are a third of the download, and their sign-in offers would cover what the pictures are about.
 * File watchers before 2.5 crash on the Node.js that runs the server.
 */
async function amendDependencies(folder: string): Promise<void> {
  const file = path.join(folder, 'package.json');
  const manifest: { dependencies: Record<string, string> } = JSON.parse(await readFile(file, 'utf8'));
  delete manifest.dependencies['@github/copilot-sdk'];
  delete manifest.dependencies['@microsoft/mxc-sdk'];
  manifest.dependencies['@parcel/watcher'] = '2.5.6';
  await writeFile(file, JSON.stringify(manifest));
  await rm(path.join(folder, 'extensions/copilot'), { recursive: true, force: true });
}

/** No scripts: native addons stay unbuilt. Beside the two that are replaced, only the terminal needs one. */
function installDependencies(folder: string): Promise<void> {
  const quietly = ['--ignore-scripts', '--legacy-peer-deps', '--loglevel=error'];
  return run('npm', ['install', '--omit=dev', ...quietly], folder);
}

/** Stands in for a native addon without which the extension host does not start. The launcher ends hosts itself. */
const scriptedWatchdog = 'exports.start = () => {};\n';

/** Writes log files as they come. Without any logger an old extension host waits for one in a loop that never yields. */
const scriptedLog = `const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const nothing = () => {};
const toLogger = (file) => {
  mkdirSync(dirname(file), { recursive: true });
  const write = (text) => appendFileSync(file, text.endsWith('\\n') ? text : text + '\\n');
  const of = (methods, act) => methods.split(' ').map((method) => [method, act]);
  const silent = 'setLevel clearFormatters setPattern flush drop';
  return Object.fromEntries([...of('trace debug info warn error critical', write), ...of(silent, nothing)]);
};
module.exports = { setFlushOn: nothing, createAsyncRotatingLogger: async (_, file) => toLogger(file) };
`;
