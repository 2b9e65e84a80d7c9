import type { Emission } from '../models/model';

/** The names by which something is kept in what libraries make: `setState` of `create()`. */
export interface Keepers {
  add(module: string, path: string): void;
  /** In what `path` is, or in what calling it gives; empty for any name. */
  in(module: string, path: string): readonly string[] | undefined;
}

export function createKeepers(): Keepers {
  const names = new Map<string, Set<string>>();
  return {
    add(module, path) {
      const [, owner, member] = OWNED.exec(path) ?? [];
      if (owner === undefined || member === undefined) return;
      for (const one of [owner, ...(owner.endsWith(')()') ? [owner.slice(0, -2)] : [])]) {
        const key = `${module} ${one}`;
        names.set(key, (names.get(key) ?? new Set()).add(member));
      }
    },
    in(module, path) {
      const found = names.get(`${module} ${path}`);
      return found && (found.has('*') ? [] : [...found]);
    },
  };
}

/** What is called or written of what a call gives, of a type, or of a storage of the platform: not of a module itself. */
const OWNED = /^(.*\(\)|#\w+|(?:local|session)Storage)(?:\.\*)?\.(\w+|\*)$/;

/** Whether an emission keeps something on the client. */
export function mayKeep(emission: Emission): boolean {
  if (emission.emits === 'CookieWrite') return emission.slots.by.constant === 'script';
  return emission.emits === 'ClientStore';
}
