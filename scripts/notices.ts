import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Names of files in which packages keep their licence and the licences of what they contain themselves. */
const NOTICE_FILE = /^(licen[cs]e|copying|notice|third-?party-?notice)/i;

const RULE = `\n${'-'.repeat(80)}\n\n`;

/** The licence texts that bundles must carry: of each package with code in one of them. */
export async function thirdPartyNotices(root: string, bundles: readonly Metafile[]): Promise<string> {
  const folders = [...new Set(bundles.flatMap(packageFolders))].sort();
  const notices = await Promise.all(folders.map((folder) => packageNotice(join(root, folder))));
  return ['authlint contains code of the packages below.\n', ...notices].join(RULE);
}

/** The folders of packages that gave code to a bundle, relative to the project. */
function packageFolders({ outputs }: Metafile): readonly string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
}

async function packageNotice(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => NOTICE_FILE.test(file)).sort();
  if (files.length === 0) throw new Error(`${folder} has no licence file`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const heading = `${manifest.name} ${manifest.version} (${manifest.license})`;
  return [heading, ...texts.map((text) => text.replaceAll('\r\n', '\n').trim())].join('\n\n').concat('\n');
}
