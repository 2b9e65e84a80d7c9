/** Makes what runs in the background wait for what people wait for. */
export interface Turns {
  /** Runs what someone waits for. */
  urgent<T>(action: () => Promise<T>): Promise<T>;
  /** To be called when someone types. */
  touched(): void;
  /** Resolves when it is the background's turn; it is to be asked for often. */
  idle(): Promise<void>;
}

/** How long the background works before others have a turn, in milliseconds. */
const SLICE = 8;
/** How long nobody must type before the background goes on, in milliseconds. */
const PATIENCE = 300;
/** How often the background looks whether it may go on, in milliseconds. */
const INTERVAL = 50;

export function createTurns(): Turns {
  let urgent = 0;
  let touched = Number.NEGATIVE_INFINITY;
  let resumed = Number.NEGATIVE_INFINITY;
  const isBusy = (): boolean => urgent > 0 || performance.now() - touched < PATIENCE;
  return {
    async urgent(action) {
      urgent += 1;
      try {
        return await action();
      } finally {
        urgent -= 1;
      }
    },
    touched() {
      touched = performance.now();
    },
    async idle() {
      if (!isBusy() && performance.now() - resumed < SLICE) return;
      do await new Promise((resolve) => setTimeout(resolve, isBusy() ? INTERVAL : 0));
      while (isBusy());
      resumed = performance.now();
    },
  };
}
