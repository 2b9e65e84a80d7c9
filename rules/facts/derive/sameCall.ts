import type { Fact } from '../schema';

/** Whether two facts are of one call. */
export function isSameCall(a: Fact, b: Fact): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.display === b.display;
}
