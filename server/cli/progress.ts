import { setImmediate } from 'node:timers/promises';
import type { Terminal } from './terminal';

/** Tells how a long run proceeds. */
export interface Progress {
  /** One more file is about to be checked. Now and then it lets other things happen, such as an interrupt. */
  step(): Promise<void>;
  end(): void;
}

/** Runs shorter than this show no progress, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

export function createProgress({ status }: Terminal): Progress {
  const start = performance.now();
  let last = start;
  let files = 0;
  let isShown = false;
  return {
    async step() {
      files++;
      const now = performance.now();
      if (now - last < INTERVAL) return;
      last = now;
      if (now - start > PATIENCE) {
        isShown = true;
        status(`${files.toLocaleString('en')} files analysed so far`);
      }
      await setImmediate();
    },
    end() {
      if (isShown) status('');
    },
  };
}
