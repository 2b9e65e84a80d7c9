// Takes the documentation's pictures from the real editor, and makes those of the walkthrough from them: `npm run pictures`,
// or `npm run pictures -- hover why` for some.
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage } from '../launcher/page';
import { type Server, startServer } from '../launcher/server';
import { openWorkbench } from '../launcher/workbench';
import { provideBrowser } from '../provision/browser';
import { provideFonts } from '../provision/fonts';
import { currentVSCode, provideWorkbench } from '../provision/workbench';
import { changeTheme, THEMES, takePicture } from './picture';
import { addSamples } from './samples';
import { type Scene, scenes } from './scenes';
import { makeWalkthrough } from './walkthrough';
import { addStyle, SETTINGS, STYLE, styleFrames } from './window';

const root = path.resolve(__dirname, '../../..');
const images = path.join(root, 'docs/images');

/** Width of most windows, in CSS pixels: about what a page of documentation has room for. */
const WIDTH = 940;

async function takePictures(wanted: readonly Scene[]): Promise<void> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'authlint-pictures-')));
  const server = await startServer(await provideWorkbench(currentVSCode), { isTrusted: true, extension: root });
  const fonts = await provideFonts();
  try {
    for (const scene of wanted) {
      // Each scene on files as they are in the repository: some of them edit.
      const workspace = path.join(parent, scene.name, 'notes-app');
      await cp(path.join(root, 'examples/notes-app'), workspace, { recursive: true });
      await addSamples(workspace);
      await takeScene(scene, server, workspace, fonts).catch((reason) => {
        console.error(reason);
        process.exitCode = 1;
      });
    }
  } finally {
    await server.stop();
    await rm(parent, { recursive: true });
  }
}

async function takeScene(scene: Scene, server: Server, workspace: string, fonts: string): Promise<void> {
  const { width = WIDTH, height } = scene;
  const { page, close } = await openPage(await provideBrowser(), {
    viewport: { width, height },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    colorScheme: 'dark',
    bypassCSP: true,
    // Where local times are not those of UTC.
    timezoneId: 'Europe/Berlin',
  });
  try {
    await page.addInitScript(addStyle, fonts + STYLE);
    const options = { configurationDefaults: { ...SETTINGS, ...scene.settings } };
    await openWorkbench(page, server.authority, { workspace, extension: root, isWeb: true, options });
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await page.keyboard.press('Control+B');
    await page.mouse.move(width - 60, 20);
    await scene.show(page);
    await styleFrames(page, fonts);
    for (const theme of THEMES) {
      const file = path.join(images, `${scene.name}-${theme}.png`);
      await changeTheme(page, theme);
      await scene.showAgain?.(page);
      const picture = await takePicture(page, scene.withStatusBar ?? false);
      await writeFile(file, picture);
      console.log(`${path.relative(root, file)} ${Math.round(picture.length / 1024)} kB`);
    }
  } catch (reason) {
    const file = path.join(tmpdir(), `authlint-${scene.name}-failed.png`);
    await page.screenshot({ path: file });
    throw new Error(`The scene ${scene.name} did not come about; ${file} shows what did.`, { cause: reason });
  } finally {
    await close();
  }
}

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !scenes.some((scene) => scene.name === name));
  if (unknown.length > 0) {
    throw new Error(`No scene ${unknown.join(', ')}. There are ${scenes.map(({ name }) => name).join(', ')}.`);
  }
  await mkdir(images, { recursive: true });
  await takePictures(
    scenes.filter(({ name, isThere = true }) => isThere && (names.length === 0 || names.includes(name))),
  );
  await makeWalkthrough(images, path.join(root, 'media/walkthrough'));
}

main(process.argv.slice(2)).catch((reason) => {
  console.error(reason);
  process.exitCode = 1;
});
