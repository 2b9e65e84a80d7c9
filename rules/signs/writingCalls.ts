/** The objects, and libraries by the names that code gives them, whose functions write to their first argument. */
export const WRITERS: ReadonlySet<string> = new Set(['Object', 'Reflect', '_', 'lodash', '$', 'jQuery']);

/** Functions of theirs that do, and that code imports alone: they go deep, or take what they are given as a whole. */
export const WRITING_BY_NAME: ReadonlySet<string> = new Set(['merge', 'mergeWith', 'assignIn', 'extend']);

/** All functions of theirs that do. */
export const WRITING_FUNCTIONS: ReadonlySet<string> = new Set([
  ...WRITING_BY_NAME,
  'assign',
  'defaults',
  'defaultsDeep',
  'set',
  'unset',
  'defineProperty',
  'defineProperties',
  'deleteProperty',
]);
