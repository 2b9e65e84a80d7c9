import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openPage } from '../launcher/page';
import { provideBrowser } from '../provision/browser';
import { THEMES } from './picture';

const WIDTH = 900;

/** The scene that each step of the walkthrough shows. */
const STEPS = { find: 'squiggle', fix: 'light-bulb', decode: 'hover' } as const;

/** Makes the pictures of the walkthrough, small enough to be shipped, from those in `images`. */
export async function makeWalkthrough(images: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { page, close } = await openPage(await provideBrowser());
  try {
    for (const [step, name] of Object.entries(STEPS)) {
      for (const theme of THEMES) {
        const picture = await readFile(path.join(images, `${name}-${theme}.png`), 'base64');
        const url = await page.evaluate(shrink, { source: `data:image/png;base64,${picture}`, width: WIDTH });
        await writeFile(path.join(folder, `${step}-${theme}.webp`), url.replace(/^.*,/, ''), 'base64');
      }
    }
  } finally {
    await close();
  }
}

/** Runs in the page. The whole walkthrough weighs less than one of the pictures did. */
async function shrink({ source, width }: { readonly source: string; readonly width: number }): Promise<string> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round((image.height * width) / image.width);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', 0.5);
}
