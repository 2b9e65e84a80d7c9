import { applyEdits, type Finding, type Fix } from '../../rules';
import { type Replacement, revise, toReplacements, untouched } from '../host/draft';
import { takeApart } from '../host/takeApart';

/** Analyses a text that a file might have; `undefined` when it cannot be analysed. */
export type Check = (text: string) => Promise<readonly Finding[] | undefined>;

const MOST_ROUNDS = 10;

/**
 * Applies every safe fix that stays within the file, again and again until none is left, and returns all of it as edits
 * of `text` that neither overlap nor touch.
 */
export async function fixAll(file: string, text: string, check: Check): Promise<readonly Replacement[]> {
  let draft = untouched(text.length);
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = await check(current);
    const fixes = findings?.flatMap((finding) => findSafeFix(finding.fixes, file) ?? []) ?? [];
    const edits = takeApart(fixes)
      .flatMap((fix) => fix.edits)
      .sort((a, b) => a.span.start - b.span.start);
    if (edits.length === 0) break;
    draft = revise(draft, edits);
    current = applyEdits(current, edits);
  }
  return toReplacements(draft, text.length);
}

function findSafeFix(fixes: readonly Fix[], file: string): Fix | undefined {
  return fixes.find(
    ({ safety, choices, edits }) =>
      safety === 'safe' && choices === undefined && edits.every((edit) => edit.file === file),
  );
}
