import { applyEdits, type Finding, type Fix } from '../../rules';
import { type Replacement, revise, toReplacements, untouched } from './draft';

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
    const edits = toRound(findings?.flatMap(({ fixes }) => findSafeFix(fixes, file) ?? []) ?? []);
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

/** Takes fixes as a whole, first come first served; one that would overlap or touch another waits for the next round. */
function toRound(fixes: readonly Fix[]): readonly Replacement[] {
  const round: Replacement[] = [];
  for (const { edits } of fixes) {
    if (!edits.some((edit) => round.some((taken) => touches(edit, taken)))) round.push(...edits);
  }
  return round.sort((a, b) => a.span.start - b.span.start);
}

function touches(a: Replacement, b: Replacement): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
