import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GeneratedFile, registries } from './registries';

async function main(): Promise<void> {
  for (const file of registries()) write(file);
  // What follows reads the rules and models through the registries.
  const { coveragePage } = await import('./coverage');
  const { manifest } = await import('./manifest');
  write(coveragePage());
  write(manifest());
}

function write({ path, text }: GeneratedFile): void {
  writeFileSync(join(__dirname, '..', path), text);
  console.log(path);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
