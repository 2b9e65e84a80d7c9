import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES_FILE, type RulePages, toRulePages } from './rulePages';

/** The pages beside this bundle; none where it stands alone. */
export function readRulePages(): RulePages {
  const file = join(__dirname, PAGES_FILE);
  return toRulePages(existsSync(file) ? readFileSync(file) : undefined);
}
