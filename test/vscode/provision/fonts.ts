import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { provisioned, unpackPackage } from './cache';

/** Style rules that define the families `JetBrains Mono` and `Inter`, downloaded on first use: servers have no fonts. */
export async function provideFonts(): Promise<string> {
  const folder = await provisioned('fonts', 'JetBrains Mono and Inter (fontsource from npm, 3 MB)', async (partial) => {
    await unpackPackage('@fontsource/jetbrains-mono@5.3.0', 'files', partial);
    await unpackPackage('@fontsource-variable/inter@5.3.0', 'files', partial);
  });
  const faces = await Promise.all([
    toFontFace('JetBrains Mono', 400, path.join(folder, 'jetbrains-mono-latin-400-normal.woff2')),
    toFontFace('JetBrains Mono', 700, path.join(folder, 'jetbrains-mono-latin-700-normal.woff2')),
    toFontFace('Inter', '100 900', path.join(folder, 'inter-latin-wght-normal.woff2')),
  ]);
  return faces.join('\n');
}

async function toFontFace(family: string, weight: number | string, file: string): Promise<string> {
  const data = await readFile(file, 'base64');
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}); }`;
}
