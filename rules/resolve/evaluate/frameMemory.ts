import { isForAnyone } from './frames';
import { createMemory, LACK, type Memory, type Note, type Trace } from './memory';
import type { Frame } from './value';

/** Answers that depend on what a caller gave: those for nobody in particular are shared by all frames without arguments. */
export interface FrameMemory<K, V> {
  get(key: K, frame: Frame): V | undefined;
  /** What the answer rests on is what was noted since the mark. */
  set(key: K, frame: Frame, answer: V, mark: number): readonly Note[];
  /** Forgets what lacked something. */
  refresh(): void;
}

export function createFrameMemory<K, V>(trace: Trace): FrameMemory<K, V> {
  const shared = createMemory<K, V>(trace);
  const ofFrames = new WeakMap<Frame, Memory<K, V>>();
  const lacking = new Set<Memory<K, V>>();
  const memoryOf = (frame: Frame): Memory<K, V> => {
    if (isForAnyone(frame)) return shared;
    const before = ofFrames.get(frame);
    if (before !== undefined) return before;
    const memory = createMemory<K, V>(trace);
    ofFrames.set(frame, memory);
    return memory;
  };
  return {
    get: (key, frame) => memoryOf(frame).get(key),
    set(key, frame, answer, mark) {
      const memory = memoryOf(frame);
      const notes = memory.set(key, answer, mark);
      if (notes.includes(LACK)) lacking.add(memory);
      return notes;
    },
    refresh() {
      for (const memory of lacking) memory.refresh();
      lacking.clear();
    },
  };
}
