import type { Where } from '../../models/model';
import type { Slot } from '../../models/shape/slots';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Value } from '../../resolve/evaluate/value';
import { readStorage } from '../kept/storage';
import { lifetimeOf, writtenTime } from '../lifetime';
import type { FactKind, FactSchema } from '../schema';
import type { WrittenTime } from '../schema/settings';
import { queryParameterGiven } from './queryReads';
import { timeSpanOf } from './timeSpan';

/** What a written value means to a setting: its value, `unset`, or `undefined` when it cannot be told. */
export type Reader = (value: Value, slot: Slot<unknown>, where: Where, evaluator: Evaluator) => Reading;
export type Reading =
  | { readonly value: unknown; readonly complete: boolean; readonly time?: WrittenTime }
  | 'unset'
  | undefined;

type AttributeName = { [K in FactKind]: keyof FactSchema[K] }[FactKind];

/** How the values of each setting are read. Flows and constants are not settings. */
export const READERS: Readonly<Partial<Record<AttributeName, Reader>>> = {
  name: readText,
  parameter: readParameter,
  key: readText,
  domain: readText,
  path: readText,
  prefix: readSpelled,
  algorithm: readText,
  httpOnly: readFlag,
  secure: readFlag,
  sameSite: readSpelled,
  lifetime: readLifetime,
  store: readStore,
  algorithms: readList,
  storage: readStorage,
  persists: readFlag,
  admitsAnonymous: readFlag,
  ignoresExpiration: readIgnored,
  ignoresNotBefore: readFlag,
  clockTolerance: readLifetime,
  checksIssuer: readCheck,
  checksAudience: readCheck,
  reads: readSpelled,
};

function known(value: unknown): Reading {
  return { value, complete: true };
}

function readText(value: Value): Reading {
  if (value.kind !== 'literal') return undefined;
  return value.value === null ? 'unset' : known(String(value.value));
}

/** A name, or a function that reads the URL under one. */
function readParameter(value: Value): Reading {
  if (value.kind !== 'function') return readText(value);
  const name = queryParameterGiven(value);
  return name === undefined ? undefined : known(name);
}

function readFlag(value: Value, { spelled }: Slot<unknown>): Reading {
  if (value.kind !== 'literal') return undefined;
  const text = String(value.value);
  if (spelled !== undefined && text in spelled) return known(spelled[text]);
  return known(Boolean(value.value));
}

/** A flag, or a function that decides: it lets everything pass when it does nothing but return. */
function readIgnored(value: Value, slot: Slot<unknown>): Reading {
  if (value.kind !== 'function') return readFlag(value, slot);
  const { fallsThrough, throws } = value.frame.module.function(value.id);
  return throws || !fallsThrough ? undefined : known(true);
}

/** What a claim has to be: anything but nothing is a check. */
function readCheck(value: Value, slot: Slot<unknown>): Reading {
  if (value.kind === 'literal') return readFlag(value, slot);
  return value.kind === 'array' || value.kind === 'text' ? known(true) : undefined;
}

function readSpelled(value: Value, { spelled = {} }: Slot<unknown>): Reading {
  if (value.kind !== 'literal') return undefined;
  const text = String(value.value);
  const match = Object.hasOwn(spelled, text) ? text : text.toLowerCase();
  return Object.hasOwn(spelled, match) ? known(spelled[match]) : undefined;
}

function readLifetime(value: Value, { spelled }: Slot<unknown>, where: Where, evaluator: Evaluator): Reading {
  if (value.kind === 'literal') {
    if (value.value === null) return 'unset';
    const text = String(value.value);
    if (spelled !== undefined && Object.hasOwn(spelled, text)) return known(spelled[text]);
  }
  const unit = 'unit' in where ? where.unit : undefined;
  if (unit === undefined) {
    const span = timeSpanOf(value, evaluator);
    return span === undefined ? undefined : known(span);
  }
  const time = writtenTime(value, unit);
  const lifetime = time === undefined ? undefined : lifetimeOf(time);
  return time === undefined || lifetime === undefined ? undefined : { value: lifetime, complete: true, time };
}

/** What is handed over as a store, unless it is the library's own for development. */
function readStore(value: Value, { spelled = {} }: Slot<unknown>): Reading {
  if (value.kind === 'literal') return value.value ? undefined : 'unset';
  if (value.kind === 'api') return known(spelled[`${value.module} ${value.path}`] ?? 'given');
  return value.kind === 'object' || value.kind === 'instance' ? known('given') : undefined;
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
