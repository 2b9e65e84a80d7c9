import { chooseEdits, type Fix } from '../../../rules/finding';
import type { Edit } from '../../../rules/text/edit';

/** A fix as a report shows it: without placeholders. */
export interface PlainFix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly edits: readonly Edit[];
}

/** One plain fix for each of the choices that a fix offers. */
export function toPlainFixes(fix: Fix): readonly PlainFix[] {
  const { title, safety, choices = [undefined] } = fix;
  return choices.map((choice) => ({
    title: choice === undefined ? title : `${title}: ${choice}`,
    safety,
    edits: chooseEdits(fix, choice),
  }));
}
