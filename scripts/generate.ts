import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type GeneratedFile, registries } from './registries';

const ROOT = join(__dirname, '..');

async function main(): Promise<void> {
  for (const file of registries()) write(file);
  // What follows reads the rules and models through the registries.
  const { coveragePage } = await import('./coverage');
  const { manifestFiles } = await import('./manifest');
  const { documentation, GENERATED_FOLDERS } = await import('./docs');
  write(coveragePage());
  for (const file of manifestFiles()) write(file);
  const pages = documentation();
  for (const page of pages) write(page);
  for (const folder of GENERATED_FOLDERS) removeOthers(folder, pages);
}

function write({ path, text }: GeneratedFile): void {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  if (!path.startsWith('docs/')) console.log(path);
}

/** The pages of rules and libraries that there are no more. */
function removeOthers(folder: string, pages: readonly GeneratedFile[]): void {
  const names = new Set(pages.map(({ path }) => path));
  for (const name of readdirSync(join(ROOT, folder))) {
    if (!names.has(`${folder}/${name}`)) rmSync(join(ROOT, folder, name));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
