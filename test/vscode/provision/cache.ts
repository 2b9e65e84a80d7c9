import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Where everything that only these tests need is kept; safe to delete. */
const cacheFolder = path.resolve(__dirname, '../../../.cache/vscode');

const fromNpm =
  'Is the npm registry reachable (`npm ping`)? ' +
  'With VSCODE_TEST_DESKTOP=1 a desktop VS Code is downloaded instead; CHROME_PATH names a browser of yours.';

/**
 * The folder `name` in the cache, filled by `fill` on first use; `advice` says what helps when that fails. A folder that exists is complete: it is filled under
 * another name and renamed, so that an interrupted download leaves nothing that could be mistaken for a whole one.
 */
export async function provisioned(
  name: string,
  notice: string,
  fill: (folder: string) => Promise<void>,
  advice = fromNpm,
): Promise<string> {
  const folder = path.join(cacheFolder, name);
  if (existsSync(folder)) {
    return folder;
  }
  await removeAbandoned();
  console.error(`Downloading ${notice} …`);
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await fill(partial);
    await rename(partial, folder).catch((reason: unknown) => {
      if (!existsSync(folder)) {
        throw reason;
      }
    });
  } catch (reason) {
    throw new Error(
      `Could not provide ${notice}.\n${reason instanceof Error ? reason.message : reason}\n` +
        `${advice} Is there room on the disk (\`df -h .\`)? Run the same command again: what is complete is kept.`,
      { cause: reason },
    );
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

/** Unpacks what lies in the folder `entry` of an npm package into `folder`, without installing or running it. */
export async function unpackPackage(spec: string, entry: string, folder: string): Promise<void> {
  const download = `${folder}.download`;
  await mkdir(download, { recursive: true });
  try {
    await run('npm', ['pack', spec, '--loglevel=error', '--pack-destination', download], download);
    const tarball = (await readdir(download)).find((file) => file.endsWith('.tgz'));
    const inside = path.posix.join('package', entry);
    const depth = inside.split('/').length;
    await run('tar', ['-xzf', `${download}/${tarball}`, '-C', folder, `--strip-components=${depth}`, inside], folder);
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/** Runs a program to its end. Rejects with the command line and the end of its output when it fails. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk).slice(-2000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`\`${command} ${args.join(' ')}\` ended with ${code ?? signal}:\n${output.trim()}`)),
    );
  });
}

async function removeAbandoned(): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  for (const name of await readdir(cacheFolder)) {
    const owner = /\.partial-(\d+)/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      await rm(path.join(cacheFolder, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
