import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { provisioned, run } from './cache';

/** A program that tests run, and where its packages are unpacked. */
export interface Program {
  readonly executable: string;
  /** Holds `usr/`, as `/` does once the packages are installed. `undefined` where the program is the machine's own. */
  readonly root: string | undefined;
}

/** What tests need of Debian. */
export interface Wanted {
  readonly name: string;
  readonly packages: readonly string[];
  /** Where the program lies in the packages. */
  readonly executable: string;
  /** The variable that names a program of the user's. */
  readonly variable: string;
  readonly size: string;
}

/** The program that the variable names, else one from Debian's packages: unpacked, not installed, so no root is needed. */
export async function provideProgram({ name, packages, executable, variable, size }: Wanted): Promise<Program> {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) {
      throw new Error(`${variable} names ${named}, which does not exist. Correct it, or unset it.`);
    }
    return { executable: named, root: undefined };
  }
  const root = await provisioned(
    `debian-${name}`,
    `${name} (${packages.join(', ')} from Debian, ${size} and 10 MB of package lists)`,
    async (partial) => {
      const downloads = path.join(partial, 'apt');
      for (const archive of await download(packages, downloads)) {
        await run('dpkg-deb', ['--extract', archive, partial], partial);
      }
      await rm(downloads, { recursive: true });
    },
    'These tests need apt-get and dpkg-deb, and a mirror that /etc/apt names (`apt-get update`). ' +
      `Elsewhere ${variable} names a program of yours.`,
  );
  return { executable: path.join(root, executable), root };
}

/** Where shared libraries are unpacked, for a program that runs without being installed. */
export async function libraryPath(root: string): Promise<string> {
  const folder = path.join(root, 'usr/lib');
  const multiarch = (await readdir(folder)).filter((name) => name.endsWith('-linux-gnu'));
  return [...multiarch.map((name) => path.join(folder, name)), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
}

/** Downloads packages, and those that they depend on and this machine lacks, with package lists of its own. */
async function download(packages: readonly string[], folder: string): Promise<readonly string[]> {
  const archives = path.join(folder, 'cache/archives');
  await mkdir(path.join(folder, 'state/lists/partial'), { recursive: true });
  await mkdir(path.join(archives, 'partial'), { recursive: true });
  const ownState = [
    `Dir::State=${folder}/state`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${folder}/cache`,
    'Debug::NoLocking=true',
    'Acquire::Retries=3',
    // Its own user may not get at the cache.
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['--option', option]);
  await run('apt-get', [...ownState, '--error-on=any', 'update'], folder);
  const quietly = ['--yes', '--download-only', '--no-install-recommends', '--reinstall'];
  await run('apt-get', [...ownState, 'install', ...quietly, ...packages], folder);
  return (await readdir(archives)).filter((name) => name.endsWith('.deb')).map((name) => path.join(archives, name));
}
