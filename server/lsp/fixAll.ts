import { applyEdits, type Finding, type Fix } from '../../rules';
import { type Replacement, revise, toReplacements, untouched } from '../host/draft';
import { takeApart } from '../host/files/takeApart';

/** Analyses a text that a file might have; `undefined` when it cannot be analysed. */
export type Check = (text: string) => Promise<readonly Finding[] | undefined>;

/** The fix of a finding that is applied without anyone looking at it alone; `undefined` when there is none. */
export type Choose = (finding: Finding) => Fix | undefined;

const MOST_ROUNDS = 10;

/**
 * Applies the fixes that are chosen, again and again until none is left, and returns all of it as edits of `text` that
 * neither overlap nor touch. All edits must be of this one file.
 */
export async function fixAll(text: string, check: Check, choose: Choose): Promise<readonly Replacement[]> {
  let draft = untouched(text.length);
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = await check(current);
    const fixes = findings?.flatMap((finding) => choose(finding) ?? []) ?? [];
    const edits = takeApart(fixes)
      .flatMap((fix) => fix.edits)
      .sort((a, b) => a.span.start - b.span.start);
    if (edits.length === 0) break;
    draft = revise(draft, edits);
    current = applyEdits(current, edits);
  }
  return toReplacements(draft, text.length);
}

/** The first safe fix that stays within a file. */
export function safeFixIn(file: string): Choose {
  return ({ fixes }) => fixes.find((fix) => fix.safety === 'safe' && isApplicable(fix, file));
}

/** The first fix of a rule's finding that stays within a file; safe or not, the user asked for it by name. */
export function fixOf(rule: string, file: string): Choose {
  return (finding) => (finding.rule === rule ? finding.fixes.find((fix) => isApplicable(fix, file)) : undefined);
}

function isApplicable({ choices, edits }: Fix, file: string): boolean {
  return choices === undefined && edits.every((edit) => edit.file === file);
}
