import type { Emission, FlowSlot, Slot, Where } from '../models/model';
import type { Value, ValueSet } from '../resolve/value';
import { chainedArgument, type FramedTerm } from './chain';
import { cookieAttributes, textsOf } from './cookieText';
import { leavesOf } from './flow';
import type { Knowledge } from './knowledge';
import { READERS } from './readers';
import type { Constant, FactSchema, Flow } from './schema';
import { settingAt, valuesAt } from './settings';
import { reportedSpan, type Site } from './site';

type Attributes = FactSchema[Emission['emits']];

/** The attributes of what a site does: one set, or one for each Set-Cookie text. */
export function attributesOf(emission: Emission, site: Site, knowledge: Knowledge): readonly Attributes[] {
  if (emission.cookieText === undefined) return [attributesAt(emission, site, knowledge)];
  if (emission.emits !== 'CookieWrite') return [];
  const by = emission.slots.by.constant;
  return textsOf(valuesAt(emission.cookieText, site), site).flatMap((text) => {
    const attributes = cookieAttributes(text, by, site, knowledge);
    return attributes === undefined ? [] : [attributes];
  });
}

function attributesAt(emission: Emission, site: Site, knowledge: Knowledge): Attributes {
  const attributes: Record<string, unknown> = {};
  for (const [name, slot] of Object.entries<Slot<unknown> | FlowSlot | Constant<unknown>>(emission.slots)) {
    if ('constant' in slot) {
      attributes[name] = slot;
      continue;
    }
    const reader = isFlowName(name, emission.emits) ? undefined : READERS[name as keyof typeof READERS];
    attributes[name] = reader === undefined ? flowAt(slot.where, site, knowledge) : settingAt(slot, reader, site);
  }
  // The one place where models become facts: the mapped types of both sides say that they fit.
  return attributes as unknown as Attributes;
}

/** `key` is a setting of a store, and a flow of a signature. */
function isFlowName(name: string, kind: Emission['emits']): boolean {
  return name === 'key' && kind !== 'ClientStore';
}

function flowAt(wheres: readonly Where[], site: Site, knowledge: Knowledge): Flow {
  for (const where of wheres) {
    const found = termAt(where, site);
    if (found === undefined || (wheres.length > 1 && isAbsent(valuesAt(where, site)))) continue;
    const { term, frame } = found;
    const isText = site.evaluator.evaluate(term, frame).possible.some(({ value }) => isTextValue(value));
    return { span: reportedSpan(term, frame, site), isText, ...leavesOf(term, frame, site.evaluator, knowledge) };
  }
  return { span: site.calleeSpan, leaves: [], complete: false, isText: false };
}

function isTextValue(value: Value): boolean {
  if (value.kind === 'literal') return typeof value.value === 'string';
  return value.kind === 'text' || (value.kind === 'api' && value.path === 'JSON.stringify()');
}

function isAbsent({ possible, complete }: ValueSet): boolean {
  return complete && possible.every(({ value }) => value.kind === 'absent');
}

function termAt(where: Where, site: Site): FramedTerm | undefined {
  const found = startOf(where, site);
  if (found === undefined || !('path' in where)) return found;
  let { term } = found;
  for (const key of where.path) term = { kind: 'member', object: term, key, span: term.span, keySpan: term.span };
  return { term, frame: found.frame };
}

function startOf(where: Where, site: Site): FramedTerm | undefined {
  const { action, call, frame } = site;
  switch (where.from) {
    case 'assigned':
      return action.term.kind === 'assignment' ? { term: action.term.value, frame } : undefined;
    case 'argument': {
      if (call === undefined || call.arguments.slice(0, where.index + 1).some(({ spread }) => spread)) return undefined;
      const term = call.arguments[where.index]?.value;
      return term === undefined ? undefined : { term, frame };
    }
    case 'chain': {
      const found = chainedArgument(where.method, where.index, site);
      return found === 'maybe' ? undefined : found;
    }
    case 'key':
      return undefined;
  }
}
