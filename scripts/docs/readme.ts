import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../registries';
import { FAMILIES, familiesInOrder } from './families';
import { knownRules } from './knownRules';
import { link, table } from './markdown';

const PATH = 'README.md';
const MARKED = /(<!-- rules: generated -->\n)[\s\S]*(\n<!-- \/rules -->)/;

/** The README, whose table of rules is generated. */
export function readme(): GeneratedFile {
  const text = readFileSync(join(__dirname, '../..', PATH), 'utf8');
  if (!MARKED.test(text)) throw new Error(`${PATH} does not say where the table of rules stands`);
  const known = knownRules();
  const tables = familiesInOrder(known.map(({ family }) => family)).map((family) => {
    const rows = known
      .filter((one) => one.family === family)
      .map(({ rule, target }) => [
        link(rule.id, target),
        `${rule.summary}${rule.preset === 'strict' ? ' (strict)' : ''}`,
      ]);
    return table([FAMILIES[family] ?? family, ''], rows);
  });
  return { path: PATH, text: text.replace(MARKED, (_, start, end) => `${start}\n${tables.join('\n\n')}\n${end}`) };
}
