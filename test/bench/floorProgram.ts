import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../rules/document';
import { mayHoldFacts } from '../../rules/prefilter';
import { walk } from '../../rules/syntax/walk';

/** What the command line does at the least: read every file, parse those that may hold facts, visit their nodes. */
let nodes = 0;
for (const entry of readdirSync('.', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/(?<!\.d)\.[cm]?[jt]sx?$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const text = readFileSync(file, 'utf8');
  if (!mayHoldFacts(text, [])) continue;
  const result = parseDocument(file, text);
  if (result.kind === 'parsed') {
    walk(result.document.tree, () => {
      nodes += 1;
    });
  }
}
process.stdout.write(`${nodes}\n`);
