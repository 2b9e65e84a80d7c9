/** Code may nest deeper than the stack is: then what was to be found is not, and `otherwise` stands in for it. */
export function unlessTooDeep<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return otherwise;
  }
}
