/** What could not be answered yet, as often as it made a difference. */
export interface Lacks {
  count(): number;
  note(): void;
}

/** Answers by key. Those that lacked something are forgotten when more is known, and whoever uses them lacks it too. */
export interface Memory<K, V> {
  get(key: K): V | undefined;
  /** `since` is the count of lacks before the answer was sought. */
  set(key: K, answer: V, since: number): void;
  /** Forgets what lacked something. */
  refresh(): void;
}

export function createMemory<K, V>(lacks: Lacks): Memory<K, V> {
  const known = new Map<K, V>();
  const lacking = new Map<K, V>();
  return {
    get(key) {
      const answer = lacking.get(key);
      if (answer === undefined) return known.get(key);
      lacks.note();
      return answer;
    },
    set(key, answer, since) {
      const isWhole = lacks.count() === since;
      (isWhole ? known : lacking).set(key, answer);
      (isWhole ? lacking : known).delete(key);
    },
    refresh: () => lacking.clear(),
  };
}
