import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { provisioned, run, unpackPackage } from './cache';

/** A Chromium or Chrome, and what its process needs in the environment. */
export interface Browser {
  readonly executable: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The browser named by CHROME_PATH, else one on PATH, else a headless Chromium from npm, downloaded on first use. */
export async function provideBrowser(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) {
      throw new Error(`CHROME_PATH names ${named}, which does not exist. Correct it, or unset it.`);
    }
    return { executable: named, environment: process.env };
  }
  const installed = findInstalled();
  return installed === undefined ? provideChromium() : { executable: installed, environment: process.env };
}

const chromiumVersion = '153.0.0';

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

async function provideChromium(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No Chromium on PATH, and npm carries none for ${process.platform} on ${process.arch}. ` +
        'Install Chromium or Chrome, or name one in CHROME_PATH.',
    );
  }
  const folder = await provisioned(
    `chromium-${chromiumVersion}`,
    `Chromium ${chromiumVersion} (@sparticuz/chromium from npm, 70 MB)`,
    async (partial) => {
      await unpackPackage(`@sparticuz/chromium@${chromiumVersion}`, 'bin', partial);
      await decompress(path.join(partial, 'chromium.br'), path.join(partial, 'chromium'));
      for (const archive of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
        await decompress(path.join(partial, `${archive}.br`), path.join(partial, archive));
        await run('tar', ['-xf', archive], partial);
        await rm(path.join(partial, archive));
      }
    },
  );
  return toBrowser(folder);
}

async function decompress(source: string, target: string): Promise<void> {
  await pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(target, { mode: 0o755 }));
  await rm(source);
}

/** nss, nspr and expat come from the system where it has them: the package's own ask for a newer C library. */
async function toBrowser(folder: string): Promise<Browser> {
  const executable = path.join(folder, 'chromium');
  const fonts = path.join(folder, 'fonts.conf');
  await writeFile(
    fonts,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`,
  );
  const withFonts = { ...process.env, FONTCONFIG_FILE: fonts };
  const withLibraries = { ...withFonts, LD_LIBRARY_PATH: path.join(folder, 'lib') };
  for (const environment of [withFonts, withLibraries]) {
    if (spawnSync(executable, ['--version'], { env: environment }).status === 0) {
      return { executable, environment };
    }
  }
  const failure = spawnSync(executable, ['--version'], { env: withLibraries, encoding: 'utf8' });
  throw new Error(
    `Chromium from npm does not start here: ${failure.error?.message ?? failure.stderr.trim()}\n` +
      'Install Chromium (Debian: `apt-get install chromium`), or name one in CHROME_PATH.',
  );
}
