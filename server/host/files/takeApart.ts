import type { Edit, Fix } from '../../../rules';

/** Fixes that can be applied at once, first come first served: one that would overlap or touch another is left out. */
export function takeApart<T extends Pick<Fix, 'edits'>>(fixes: readonly T[]): readonly T[] {
  const taken = new Map<string, Edit[]>();
  return fixes.filter(({ edits }) => {
    if (edits.some((edit) => taken.get(edit.file)?.some((other) => touches(edit, other)))) return false;
    for (const edit of edits) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    return true;
  });
}

function touches({ span: one }: Edit, { span: other }: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
