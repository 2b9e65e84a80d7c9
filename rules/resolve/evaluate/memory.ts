import type { FunctionShape } from '../module/summary';

/** Something could not be answered yet. */
export const LACK = Symbol('lack');

/** What an answer rests on beside the text: something that was lacking, or a parameter of a function that nothing gave. */
export type Note = typeof LACK | FunctionShape;

/** Notes what answers rest on, while they are sought. */
export interface Trace {
  add(note: Note): void;
  /** Where the notes begin of what is sought from now on. */
  mark(): number;
  /** The notes since a mark, each once. */
  since(mark: number): readonly Note[];
}

export function createTrace(): Trace {
  const notes: Note[] = [];
  return {
    add: (note) => void notes.push(note),
    mark: () => notes.length,
    since(mark) {
      if (notes.length === mark) return [];
      const found = [...new Set(notes.splice(mark))];
      notes.push(...found);
      return found;
    },
  };
}

/** Answers by key, with what they rest on: whoever uses one rests on it too. */
export interface Memory<K, V> {
  get(key: K): V | undefined;
  /** What the answer rests on is what was noted since the mark. */
  set(key: K, answer: V, mark: number): readonly Note[];
  /** Forgets what lacked something. */
  refresh(): void;
}

export function createMemory<K, V>(trace: Trace): Memory<K, V> {
  const entries = new Map<K, { readonly answer: V; readonly notes: readonly Note[] }>();
  const lacking = new Set<K>();
  return {
    get(key) {
      const entry = entries.get(key);
      for (const note of entry?.notes ?? []) trace.add(note);
      return entry?.answer;
    },
    set(key, answer, mark) {
      const notes = trace.since(mark);
      entries.set(key, { answer, notes });
      if (notes.includes(LACK)) lacking.add(key);
      return notes;
    },
    refresh() {
      for (const key of lacking) entries.delete(key);
      lacking.clear();
    },
  };
}
