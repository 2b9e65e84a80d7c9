import type { Span } from '../../text/span';
import type { Term } from '../lower/term';
import type { Evaluator } from './evaluate';
import { type Frame, isNothing, type ValueSet } from './value';

/** Files of the project that a library of configuration reads by their paths in it. */
export interface Configuration {
  /** The strongest first, without extension: the first that says something counts. */
  readonly files: readonly string[];
  /** The file that says which variables of the environment are stronger than all of these. */
  readonly variables?: string;
}

/** What is configured at a path. */
export interface Configured {
  /** Where it is written; `undefined` when no file in sight says it. */
  readonly term: Term | undefined;
  /** The variable of the environment that is stronger. */
  readonly variable: string | undefined;
}

/**
 * What the configuration of a file's project says at a path; `undefined` when that is not known: a file cannot be read, or
 * several of them give parts of one object.
 */
export function configuredAt(
  { files, variables }: Configuration,
  path: readonly string[],
  span: Span,
  frame: Frame,
  evaluator: Evaluator,
): Configured | undefined {
  const valueIn = (file: string): { readonly term: Term; readonly set: ValueSet } | undefined => {
    const specifier = `project:${file}`;
    if (evaluator.world.summary(specifier, frame.module.file) == null) return undefined;
    let term: Term = { kind: 'module', specifier, span };
    let set = evaluator.evaluate(term, frame);
    for (const key of path) {
      term = { kind: 'member', object: term, key, span, keySpan: span };
      set = evaluator.evaluate(term, frame);
      if (set.complete && set.possible.every(({ value }) => isNothing(value))) return undefined;
    }
    return { term, set };
  };
  const [strongest, ...others] = files.flatMap((file) => valueIn(file) ?? []);
  const isObject = strongest?.set.possible.some(({ value }) => value.kind === 'object') === true;
  if (strongest?.set.complete === false || (isObject && others.length > 0)) return undefined;
  const mapped = variables === undefined ? undefined : valueIn(variables)?.set;
  if (mapped?.complete === false) return undefined;
  const [variable] = mapped?.possible ?? [];
  const name = variable?.value.kind === 'literal' ? String(variable.value.value) : undefined;
  if (name === undefined && variable !== undefined) return undefined;
  return { term: strongest?.term, variable: name };
}
