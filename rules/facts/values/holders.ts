import type { Frame } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import type { Module } from '../../resolve/module/module';

/** A name, or a part of what it holds, that held a value as a whole. */
export interface Holder {
  readonly module: Module;
  readonly binding: number;
  readonly path: readonly string[];
  /** Where it is used. */
  readonly at: number;
}

/** The names of the members that are written to, or deleted, somewhere. */
export function writtenNames({ module, binding }: Holder): readonly string[] {
  const held = module.binding(binding);
  const writes = held.kind === 'variable' || held.kind === 'parameter' ? held.writes : [];
  return writes.flatMap(({ path: [name] }) => name ?? []);
}

/** The names of the members that are deleted, or given nothing. */
export function takenOut({ module, binding, path }: Holder): readonly string[] {
  const held = module.binding(binding);
  const writes = path.length === 0 && (held.kind === 'variable' || held.kind === 'parameter') ? held.writes : [];
  return writes.flatMap(({ kind, path: [name], value }) => {
    const isNothing =
      kind === 'delete' || value?.kind === 'undefined' || (value?.kind === 'literal' && (value.value ?? '') === '');
    return isNothing && name !== undefined ? [name] : [];
  });
}

/** The name, and the path from it, that a member is: `response.data`. */
export function holderOf(term: Term, { module }: Frame): Holder | undefined {
  const path: string[] = [];
  let at = term;
  for (; at.kind === 'member' && typeof at.key === 'string'; at = at.object) path.unshift(at.key);
  return at.kind === 'reference' ? { module, binding: at.binding, path, at: at.span.start } : undefined;
}
