import type { Emission, FlowSlot, Slot, Where } from '../models/model';
import { moduleFrame } from '../resolve/evaluate';
import { calleeOf } from '../resolve/indirectCalls';
import type { CallTerm, Term } from '../resolve/term';
import type { ApiValue, Frame } from '../resolve/value';
import { isCallExpression, isIdentifier, isStringLiteralLike, type Node } from '../syntax';
import { attributesOf } from './attributes';
import { calleeSpanOf, displayOf, type Extraction } from './extract';
import type { Knowledge, OwnedEmission } from './knowledge';
import { isInBand, isTriggered } from './match';
import type { Constant, DirectKind, Fact, Flow } from './schema';
import type { Site } from './site';
import { statementAround } from './statement';

/** What a file must show beside a call for a fact of a kind: the prefilter and the extractor ask the same. */
export const DIRECT_WORDS: Readonly<Record<DirectKind, RegExp>> = {
  LogWrite:
    /token|jwt|bearer|passw(?:or)?d|passphrase|secret|(?:api|private|signing)_?key|\botp\b|(?:reset|verification)_?code|authorization|auth_?header|\b(?:req|request|ctx|event)\s*\??\.\s*(?:headers|cookies|signedCookies)\b/i,
};

/** The facts of the kinds that are looked for where they are written. */
export function directFacts(extraction: Extraction): readonly Fact[] {
  const { module, knowledge } = extraction;
  const { text } = module.tree;
  if (!Object.values(DIRECT_WORDS).some((words) => words.test(text))) return [];
  const frame = moduleFrame(module);
  return module.scope.sites.flatMap((node) =>
    mayBeDirect(node, frame, extraction) ? factsAt(node, frame, extraction, knowledge) : [],
  );
}

/** A look at the names alone: no value is worked out, and no other file asked for. */
function mayBeDirect(node: Node, frame: Frame, { module, knowledge }: Extraction): boolean {
  if (!isCallExpression(node) || node.arguments.every((argument) => isStringLiteralLike(argument))) return false;
  const callee = calleeOf(node);
  const { name } = callee as Node & { name?: Node };
  if (name !== undefined && isIdentifier(name)) return knowledge.isDirectName(name.text);
  if (!isIdentifier(callee)) return false;
  return knowledge.isDirectName(callee.text) || isOfLibrary(module.lower(callee), frame, knowledge);
}

/** `const debug = require('debug')('app')`, `const print = console.error`: what a library made, or another name of it. */
function isOfLibrary(term: Term, { module }: Frame, knowledge: Knowledge): boolean {
  if (term.kind !== 'reference') return false;
  const binding = module.binding(term.binding);
  if (binding.kind === 'import') return knowledge.directCallsOf(binding.specifier, '').length > 0;
  // `const print = console.error`.
  const member = binding.kind === 'variable' && binding.initial?.kind === 'member' ? binding.initial.key : undefined;
  if (typeof member === 'string') return knowledge.isDirectName(member);
  const made = binding.kind === 'variable' && binding.initial?.kind === 'call' ? binding.initial.callee : undefined;
  if (made?.kind === 'module') return knowledge.isDescribed(made.specifier);
  const maker = made?.kind === 'reference' ? module.binding(made.binding) : undefined;
  if (maker?.kind === 'import') return knowledge.isDescribed(maker.specifier);
  return (
    maker?.kind === 'variable' && maker.initial?.kind === 'module' && knowledge.isDescribed(maker.initial.specifier)
  );
}

function factsAt(
  node: Node,
  frame: Frame,
  { module, evaluator, findDependency }: Extraction,
  knowledge: Knowledge,
): readonly Fact[] {
  const action = module.action(node);
  if (action === undefined || action.term.kind !== 'call') return [];
  const call = action.term;
  const callee = evaluator
    .evaluate(call.callee, frame)
    .possible.flatMap(({ value }): readonly ApiValue[] => (value.kind === 'api' ? [value] : []))
    .find(({ module: of, path }) => knowledge.directCallsOf(of, path).length > 0);
  if (callee === undefined) return [];
  const { span } = call;
  const calleeSpan = calleeSpanOf(call);
  const registrations = () => undefined;
  const site: Site = {
    evaluator,
    action,
    frame,
    call,
    callee,
    report: module,
    span,
    calleeSpan,
    registrations,
    isDirect: true,
  };
  const statement = statementAround(node, module.tree);
  return knowledge
    .directCallsOf(callee.module, callee.path)
    .filter((owned) => isInBand(owned, findDependency) && isTriggered(owned.emission.at, site))
    .flatMap((owned) =>
      eachArgument(owned.emission, call).map((emission) => factOf({ ...owned, emission }, site, knowledge)),
    )
    .map((fact) => ({ ...fact, statement }));
}

function factOf(owned: OwnedEmission, site: Site, knowledge: Knowledge): Fact {
  const { emission, library } = owned;
  const { span, calleeSpan, action } = site;
  const { guarded, around } = action;
  const [attributes] = attributesOf(emission, site, knowledge);
  const base = { span, calleeSpan, statement: undefined, guarded, around, via: [], provenBy: [] };
  const display = displayOf(site, owned);
  // As in `extract.ts`: kind and attributes come from one emission.
  return {
    ...base,
    kind: emission.emits,
    display,
    package: library.package,
    attributes: asWritten(attributes, emission, site),
  } as Fact;
}

/** The emissions of the arguments of a call, where there is a fact for each. */
function eachArgument(emission: Emission, { arguments: list }: CallTerm): readonly Emission[] {
  if (emission.each !== true) return [emission];
  const start = Math.min(...wheresOf(emission).flatMap((where) => (where.from === 'argument' ? [where.index] : [])));
  return list.slice(start).map((_, by) => shifted(emission, by));
}

type AnySlot = Slot<unknown> | FlowSlot | Constant<unknown>;

function slotsOf({ slots }: Emission): readonly (readonly [string, AnySlot])[] {
  return Object.entries<AnySlot>(slots);
}

function wheresOf(emission: Emission): readonly Where[] {
  return slotsOf(emission).flatMap(([, slot]) => ('where' in slot ? slot.where : []));
}

function shifted(emission: Emission, by: number): Emission {
  const shift = (where: Where): Where => (where.from === 'argument' ? { ...where, index: where.index + by } : where);
  const slots = slotsOf(emission).map(([name, slot]) => [
    name,
    'where' in slot ? { ...slot, where: slot.where.map(shift) } : slot,
  ]);
  // The same slots, of another argument.
  return { ...emission, slots: Object.fromEntries(slots) } as Emission;
}

/** The span of an argument as it is written, with the parentheses and assertions around its value: it may be taken out. */
function asWritten(attributes: unknown, emission: Emission, { call }: Site): unknown {
  if (emission.each !== true) return attributes;
  const [where] = wheresOf(emission);
  const span = where?.from === 'argument' ? call?.arguments[where.index]?.span : undefined;
  const { value, ...others } = attributes as { readonly value: Flow };
  return { ...others, value: { ...value, span: span ?? value.span } };
}
