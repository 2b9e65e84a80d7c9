import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { run } from './provision/cache';

/** Packs the extension in `source` as for the marketplace, unpacks that into `folder`, and gives its new place. */
export async function packedExtension(source: string, folder: string): Promise<string> {
  const vsix = path.join(folder, 'authlint.vsix');
  const vsce = path.join(source, 'node_modules/.bin/vsce');
  await run(vsce, ['package', '--no-dependencies', '--out', vsix], source);
  const { files } = await JSZip.loadAsync(await readFile(vsix));
  for (const file of Object.values(files).filter(({ dir }) => !dir)) {
    const target = path.join(folder, file.name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, await file.async('nodebuffer'));
  }
  return path.join(folder, 'extension');
}
