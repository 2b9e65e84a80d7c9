import type { Emission, Where } from '../../models/model';
import type { ClaimsSlot, FlowSlot, Slot } from '../../models/shape/slots';
import { moduleFrame } from '../../resolve/evaluate/frames';
import type { ApiValue, Frame } from '../../resolve/evaluate/value';
import { calleeOf } from '../../resolve/lower/indirectCalls';
import type { CallTerm, Term } from '../../resolve/lower/term';
import type { AssignmentTerm } from '../../resolve/module/actions';
import type { Aftermath } from '../../resolve/module/aftermath';
import { isMemberAssignment } from '../../resolve/scope/scope';
import { isCallExpression, isIdentifier, isNewExpression, type Node } from '../../syntax';
import { attributesOf } from '../attributes';
import { calleeSpanOf, displayOf } from '../display';
import { statementAround } from '../edits/statement';
import type { Extraction } from '../extract';
import type { Knowledge, OwnedEmission } from '../knowledge';
import { isInBand, isTriggered } from '../match';
import type { Fact, Flow } from '../schema';
import type { Constant } from '../schema/settings';
import type { Site } from '../site';
import { urlParameters } from '../values/urlText';

/** The facts of the kinds that are looked for where they are written. */
export function directFacts(extraction: Extraction): readonly Fact[] {
  const { module, knowledge } = extraction;
  if (!knowledge.mayBeDirect(module.tree.text)) return [];
  const frame = moduleFrame(module);
  return module.scope.sites.flatMap((node) =>
    mayBeDirect(node, frame, extraction) ? factsAt(node, frame, extraction, knowledge) : [],
  );
}

/** A look at the names alone: no value is worked out, and no other file asked for. */
function mayBeDirect(node: Node, frame: Frame, { module, knowledge }: Extraction): boolean {
  if (isMemberAssignment(node)) {
    const { name } = node.left as Node & { name?: Node };
    return name !== undefined && isIdentifier(name) && knowledge.isDirectName(name.text);
  }
  if (!isCallExpression(node) && !isNewExpression(node)) return false;
  const callee = isCallExpression(node) ? calleeOf(node) : node.expression;
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
  // `const koaJwt = require('koa-jwt')`.
  if (binding.kind === 'variable' && binding.initial?.kind === 'module')
    return knowledge.directCallsOf(binding.initial.specifier, '').length > 0;
  // `const print = console.error`.
  const member = binding.kind === 'variable' && binding.initial?.kind === 'member' ? binding.initial.key : undefined;
  if (typeof member === 'string') return knowledge.isDirectName(member);
  const made = binding.kind === 'variable' && binding.initial?.kind === 'call' ? binding.initial.callee : undefined;
  if (made?.kind === 'module') return knowledge.isDescribed(made.specifier);
  const maker = made?.kind === 'reference' ? module.binding(made.binding) : undefined;
  if (maker?.kind === 'import') {
    // `const go = useNavigate()`.
    const path = `${maker.imported}()`;
    return knowledge.isDescribed(maker.specifier) || knowledge.directCallsOf(maker.specifier, path).length > 0;
  }
  return (
    maker?.kind === 'variable' && maker.initial?.kind === 'module' && knowledge.isDescribed(maker.initial.specifier)
  );
}

function factsAt(node: Node, frame: Frame, extraction: Extraction, knowledge: Knowledge): readonly Fact[] {
  const { module, evaluator, findDependency } = extraction;
  const action = module.action(node);
  if (action === undefined) return [];
  const { term } = action;
  const call = term.kind === 'call' ? term : undefined;
  const { callee, emissions } = describeDirect(term, frame, extraction);
  if (emissions.length === 0) return [];
  const { span } = term;
  const calleeSpan = calleeSpanOf(term);
  const registrations = (): undefined => undefined;
  const base = { evaluator, action, frame, call, callee, report: module };
  const outer = (): Aftermath => module.aftermath(node);
  const site: Site = { ...base, span, calleeSpan, outer, registrations, isDirect: true };
  const statement = statementAround(node, module.tree);
  return emissions
    .filter(
      (owned) => isInBand(owned, findDependency, module.tree.text) && isTriggered(owned.emission.at, site, knowledge),
    )
    .flatMap((owned): readonly Fact[] => {
      if (owned.emission.urlText !== undefined) return urlFacts(owned, site, knowledge);
      return eachArgument(owned.emission, call).map((emission) => factOf({ ...owned, emission }, site, knowledge));
    })
    .map((fact) => ({ ...fact, statement }));
}

interface DirectDescription {
  readonly callee: ApiValue | undefined;
  readonly emissions: readonly OwnedEmission[];
}

function describeDirect(
  term: CallTerm | AssignmentTerm,
  frame: Frame,
  { evaluator, knowledge }: Extraction,
): DirectDescription {
  const apis = (of: Term): readonly ApiValue[] =>
    evaluator.evaluate(of, frame).possible.flatMap(({ value }) => (value.kind === 'api' ? [value] : []));
  if (term.kind === 'assignment') {
    const { object, key } = term.target;
    const emissions = apis(object).flatMap(({ module, path }) =>
      typeof key === 'string' ? knowledge.directAssignmentsTo(module, path === '' ? key : `${path}.${key}`) : [],
    );
    return { callee: undefined, emissions };
  }
  const { callee } = term;
  for (const value of apis(callee)) {
    const emissions = knowledge.directCallsOf(value.module, value.path);
    if (emissions.length > 0) return { callee: value, emissions };
  }
  const isMethod = callee.kind === 'member' && typeof callee.key === 'string';
  return { callee: undefined, emissions: isMethod ? knowledge.directMethodsNamed(String(callee.key)) : [] };
}

/** A fact for each parameter of a URL. */
function urlFacts(owned: OwnedEmission, site: Site, knowledge: Knowledge): readonly Fact[] {
  const { emission } = owned;
  const fact = factOf(owned, site, knowledge);
  if (fact.kind !== 'UrlBuild' || emission.urlText === undefined) return [];
  return urlParameters(emission.urlText, site, knowledge).map((found) => ({
    ...fact,
    attributes: { ...fact.attributes, ...found },
  }));
}

/** The fact that a described action is, where it is written. */
export function factOf(owned: OwnedEmission, site: Site, knowledge: Knowledge): Fact {
  const { emission, library } = owned;
  const { span, calleeSpan, action } = site;
  const { guarded, around, runtime } = action;
  const [attributes] = attributesOf(emission, site, knowledge);
  const base = {
    span,
    calleeSpan,
    statement: undefined,
    use: undefined,
    guarded,
    around,
    runtime,
    via: [],
    provenBy: [],
  };
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
function eachArgument(emission: Emission, call: CallTerm | undefined): readonly Emission[] {
  if (emission.each !== true || call === undefined) return [emission];
  // A text of its own says nothing that is not in the source.
  if (call.arguments.every(({ value }) => value.kind === 'literal')) return [];
  const start = Math.min(...wheresOf(emission).flatMap((where) => (where.from === 'argument' ? [where.index] : [])));
  return call.arguments.slice(start).map((_, by) => shifted(emission, by));
}

type AnySlot = Slot<unknown> | FlowSlot | Constant<unknown> | ClaimsSlot;

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
