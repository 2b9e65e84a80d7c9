import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../rules/catalog';
import { configSchema } from '../server/host/config/schema';
import type { GeneratedFile } from './registries';

const PATH = 'package.json';

/** The manifest of the extension, in which the setting of each rule's severity is declared as the catalogue has the rules. */
export function manifest(): GeneratedFile {
  const known = JSON.parse(readFileSync(join(__dirname, '..', PATH), 'utf8'));
  known.contributes.configuration.properties['authlint.rules'].properties =
    configSchema(catalog).properties?.rules?.properties;
  return { path: PATH, text: `${JSON.stringify(known, null, 2)}\n` };
}
