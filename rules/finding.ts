import type { Severity } from './config';
import type { Edit } from './text/edit';
import type { Place, Span } from './text/span';

/** One danger, at one place of the analysed file. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** What is wrong. */
  readonly message: string;
  /** Why it matters: one sentence about the attacker. */
  readonly because: string;
  /** What to do. */
  readonly help: string;
  /** The path from cause to sink, other files included. */
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** The functions, classes and variables that it stands in, outermost first: `Auth.login`. */
  readonly symbol: string;
}

export interface Related extends Place {
  readonly message: string;
}

/** An edit that removes one finding. */
export interface Fix {
  readonly title: string;
  /** `safe`: no observable change except the danger; only safe fixes run in fix-all and `--fix`. */
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly Edit[];
  /** When present, the user chooses: `CHOICE` in the edits' texts stands for one of these. */
  readonly choices?: readonly string[];
}

/** Stands in an edit's text for the choice that the user makes. */
export const CHOICE = '\u0001';

/** The edits of a fix once the user has chosen; of a fix without a choice, its edits as they are. */
export function chooseEdits(fix: Fix, choice: string | undefined): readonly Edit[] {
  if (fix.choices === undefined) return fix.edits;
  return fix.edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(CHOICE, choice ?? fix.choices?.[0] ?? '') }));
}
