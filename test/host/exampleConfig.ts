import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryModel } from '../../rules';

/** The config that docs/models.md shows. */
export function exampleConfig(): { readonly models: readonly [LibraryModel] } {
  const page = readFileSync(join(__dirname, '../../docs/models.md'), 'utf8');
  return JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
}
