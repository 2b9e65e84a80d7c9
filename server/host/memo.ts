/** Answers that are computed once per key, concurrent askers sharing one computation, until they are forgotten. */
export interface Memo<T> {
  get(key: string): Promise<T>;
  /** The answer if it is there already, boxed because it may be `undefined`. */
  peek(key: string): { readonly value: T } | undefined;
  forget(key: string): void;
  clear(): void;
}

interface Entry<T> {
  readonly promise: Promise<T>;
  settled: { readonly value: T } | undefined;
}

export function memo<T>(compute: (key: string) => Promise<T>): Memo<T> {
  const entries = new Map<string, Entry<T>>();
  return {
    get(key) {
      const known = entries.get(key);
      if (known !== undefined) return known.promise;
      const promise = compute(key);
      const entry: Entry<T> = { promise, settled: undefined };
      entries.set(key, entry);
      promise.then(
        (value) => {
          entry.settled = { value };
        },
        () => {
          if (entries.get(key) === entry) entries.delete(key);
        },
      );
      return promise;
    },
    peek: (key) => entries.get(key)?.settled,
    forget: (key) => entries.delete(key),
    clear: () => entries.clear(),
  };
}
