import type { Slot, Where } from '../models/model';
import type { Evaluator } from '../resolve/evaluate';
import type { Value } from '../resolve/value';
import { lifetimeOf } from './lifetime';
import type { FactKind, FactSchema } from './schema';

/** What a written value means to a setting: its value, `unset`, or `undefined` when it cannot be told. */
export type Reader = (value: Value, slot: Slot<unknown>, where: Where, evaluator: Evaluator) => Reading;
export type Reading = { readonly value: unknown; readonly complete: boolean } | 'unset' | undefined;

type AttributeName = { [K in FactKind]: keyof FactSchema[K] }[FactKind];

/** How the values of each setting are read. Flows and constants are not settings. */
export const READERS: Readonly<Partial<Record<AttributeName, Reader>>> = {
  name: readText,
  key: readText,
  algorithm: readText,
  httpOnly: readFlag,
  secure: readFlag,
  sameSite: readSpelled,
  lifetime: readLifetime,
  algorithms: readList,
  reads: readSpelled,
};

function known(value: unknown): Reading {
  return { value, complete: true };
}

function readText(value: Value): Reading {
  if (value.kind !== 'literal') return undefined;
  return value.value === null ? 'unset' : known(String(value.value));
}

function readFlag(value: Value, { spelled }: Slot<unknown>): Reading {
  if (value.kind !== 'literal') return undefined;
  const text = String(value.value);
  if (spelled !== undefined && text in spelled) return known(spelled[text]);
  return known(Boolean(value.value));
}

function readSpelled(value: Value, { spelled = {} }: Slot<unknown>): Reading {
  if (value.kind !== 'literal') return undefined;
  const text = String(value.value);
  const match = Object.hasOwn(spelled, text) ? text : text.toLowerCase();
  return Object.hasOwn(spelled, match) ? known(spelled[match]) : undefined;
}

function readLifetime(value: Value, _slot: Slot<unknown>, where: Where): Reading {
  if (value.kind === 'literal' && value.value === null) return 'unset';
  const unit = 'unit' in where ? where.unit : undefined;
  const lifetime = unit === undefined ? undefined : lifetimeOf(value, unit);
  return lifetime === undefined ? undefined : known(lifetime);
}

function readList(value: Value, slot: Slot<unknown>, where: Where, evaluator: Evaluator): Reading {
  if (value.kind === 'literal') return typeof value.value === 'string' ? known([value.value]) : 'unset';
  if (value.kind !== 'array') return undefined;
  const items: string[] = [];
  let complete = !value.open;
  for (const { value: term, spread } of value.term.elements) {
    const set = evaluator.evaluate(term, value.frame);
    if (!set.complete) complete = false;
    for (const { value: item } of set.possible) {
      const inner = spread ? readList(item, slot, where, evaluator) : undefined;
      if (inner !== undefined && inner !== 'unset' && Array.isArray(inner.value)) {
        items.push(...inner.value);
        if (!inner.complete) complete = false;
      } else if (!spread && item.kind === 'literal' && typeof item.value === 'string') items.push(item.value);
      else complete = false;
    }
  }
  return { value: items, complete };
}
