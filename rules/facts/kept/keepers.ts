import type { Emission, Where } from '../../models/model';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { ApiValue } from '../../resolve/evaluate/value';
import { isAbsent } from '../values/settings';

/** What keeps something in what libraries make. */
export interface Keeper {
  /** By which names: `setState` of `create()`; empty for any. */
  readonly names: ReadonlySet<string>;
  /** Something is kept only where one of these is written; empty where it always is. */
  readonly asked: readonly Where[];
}

export interface Keepers {
  add(module: string, path: string, emission: Emission): void;
  /** In what `path` is, or in what calling it gives. */
  in(module: string, path: string): Keeper | undefined;
}

export function createKeepers(): Keepers {
  const keepers = new Map<string, { readonly names: Set<string>; asked: readonly Where[] }>();
  return {
    add(module, path, emission) {
      const [, owner, member] = OWNED.exec(path) ?? [];
      if (owner === undefined || member === undefined) return;
      const asked = askedBy(emission);
      for (const one of [owner, ...(owner.endsWith(')()') ? [owner.slice(0, -2)] : [])]) {
        const key = `${module} ${one}`;
        const known = keepers.get(key) ?? { names: new Set(), asked: asked === undefined ? [] : [asked] };
        known.asked = asked === undefined || known.asked.length === 0 ? [] : [...known.asked, asked];
        known.names.add(member);
        keepers.set(key, known);
      }
    },
    in: (module, path) => keepers.get(`${module} ${path}`),
  };
}

/** What is called or written of what a call gives, of a type, or of a storage of the platform: not of a module itself. */
const OWNED = /^(.*\(\)|#\w+|(?:local|session)Storage)(?:\.\*)?\.(\w+|\*\*?)$/;

/** Whether an emission keeps something on the client. */
export function mayKeep(emission: Emission): boolean {
  if (emission.emits === 'CookieWrite') return emission.slots.by.constant === 'script';
  return emission.emits === 'ClientStore';
}

function askedBy({ at }: Emission): Where | undefined {
  return 'when' in at && at.when !== undefined && 'area' in at.when ? at.when.present : undefined;
}

/** Whether the call that made something says what it has to say for anything to be kept. */
export function isAskedToKeep({ asked }: Keeper, { call }: ApiValue, { evaluate, lookup }: Evaluator): boolean {
  if (asked.length === 0 || call === undefined) return asked.length === 0;
  const { term, frame } = call;
  return asked.some((where) => {
    const argument = where.from === 'chain' ? term.arguments[where.index] : undefined;
    if (argument === undefined || where.from !== 'chain') return false;
    const place = { file: frame.module.file, span: argument.span };
    let set = evaluate(argument.value, frame);
    for (const key of where.path) set = lookup(set, key, place);
    return !isAbsent(set);
  });
}
