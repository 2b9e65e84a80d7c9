import type { StorageArea } from '../facts/schema';
import { arg, constant, flow, required, returned, type Where } from './model';
import type { StorageCondition } from './shape/conditions';

/** What a call keeps, and under which key. */
export function keptIn<Area extends StorageArea>(
  area: Area,
  key: Where | readonly Where[],
  value: Where | readonly Where[],
) {
  return { area: constant(area), key: required(key), value: flow(value) } as const;
}

/** A call that keeps its second argument under the key that the first one is: `setItem(key, value)`. */
export function keptBy<Area extends StorageArea>(call: string, area: Area) {
  return {
    emits: 'ClientStore',
    at: { call, arguments: [2, 2] },
    slots: keptIn(area, arg(0), arg(1)),
  } as const;
}

/** That the first of some places which is written holds a storage of an area; without one it is `localStorage`. */
export function isIn(area: StorageArea, storage: readonly Where[], absent: readonly Where[] = []): StorageCondition {
  return { storage, area, byDefault: area === 'localStorage', absent };
}

/** What a setter is given, or what a function makes of the old value that it is given. */
export const SET: readonly Where[] = [returned(0), arg(0)];
