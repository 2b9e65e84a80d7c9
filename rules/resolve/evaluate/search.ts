import { createMemory, type Trace } from './memory';

/** Finds something by name, once: what a search asks for in turn may lead back to it. */
export interface Search<T> {
  find(name: string, look: () => readonly T[]): readonly T[];
  /** Forgets what lacked something. */
  refresh(): void;
}

/** `onCycle` is told where a search is asked for what it is looking for: it finds nothing there. */
export function createSearch<T>(trace: Trace, onCycle: () => void): Search<T> {
  const known = createMemory<string, readonly T[]>(trace);
  const looking = new Set<string>();
  return {
    find(name, look) {
      const before = known.get(name);
      if (before !== undefined) return before;
      if (looking.has(name)) {
        onCycle();
        return [];
      }
      const mark = trace.mark();
      looking.add(name);
      const found = look();
      looking.delete(name);
      known.set(name, found, mark);
      return found;
    },
    refresh: () => known.refresh(),
  };
}
