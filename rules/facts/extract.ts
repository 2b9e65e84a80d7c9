import gte from 'semver/functions/gte';
import lt from 'semver/functions/lt';
import type { Condition, Emission, FlowSlot, Slot, Trigger, Where } from '../models/model';
import type { Evaluator } from '../resolve/evaluate';
import { moduleFrame } from '../resolve/evaluate';
import type { LiveModule } from '../resolve/module';
import { isMemberAssignment } from '../resolve/scope';
import type { MemberTerm, Term } from '../resolve/term';
import type { ApiValue, Frame } from '../resolve/value';
import { isCallExpression, isIdentifier, isNewExpression, type Node, spanOf } from '../syntax';
import type { Span } from '../text/span';
import type { Dependency } from '../world';
import { chainedArgument, type FramedTerm } from './chain';
import { cookieAttributes, textsOf } from './cookieText';
import { leavesOf } from './flow';
import type { Knowledge, OwnedEmission } from './knowledge';
import { READERS } from './readers';
import type { Constant, Fact, FactSchema, Flow } from './schema';
import { certainTexts, settingAt, valuesAt } from './settings';
import type { Site } from './site';
import { statementAround } from './statement';

/** Which release of a package the file sees; `undefined` while it is not known yet. */
export type FindDependency = (packageName: string) => Dependency | null | undefined;

/** Every fact of a file, in source order. */
export function extractFacts(
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
  findDependency: FindDependency,
): readonly Fact[] {
  const facts: Fact[] = [];
  for (const node of module.scope.sites) {
    for (const { site, owned } of describedSites(node, module, evaluator, knowledge)) {
      if (!isInBand(owned, findDependency) || !isTriggered(owned.emission.at, site)) continue;
      facts.push(...factsOf(node, site, owned, knowledge));
    }
  }
  return facts;
}

interface DescribedSite {
  readonly site: Site;
  readonly owned: OwnedEmission;
}

function describedSites(
  node: Node,
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
): readonly DescribedSite[] {
  if (isMemberAssignment(node)) return describedAssignment(node, module, evaluator, knowledge);
  if (!isCallExpression(node) && !isNewExpression(node)) return [];
  if (!mayBeDescribed(node.expression, module, knowledge)) return [];
  const call = module.lower(node);
  if (call.kind !== 'call') return [];
  const frame = moduleFrame(module);
  const base = {
    module,
    frame,
    evaluator,
    call,
    span: spanOf(node, module.tree),
    calleeSpan: shortSpan(call.callee),
    assignment: undefined,
  };
  for (const { value } of evaluator.evaluate(call.callee, frame).possible) {
    if (value.kind !== 'api') continue;
    const owned = knowledge.callsOf(value.module, value.path);
    if (owned.length > 0) return owned.map((one) => ({ site: { ...base, callee: value }, owned: one }));
  }
  const name = call.callee.kind === 'member' && typeof call.callee.key === 'string' ? call.callee.key : undefined;
  if (name === undefined) return [];
  return knowledge.methodsNamed(name).map((one) => ({ site: { ...base, callee: undefined }, owned: one }));
}

/** What people read as the callee: of a long chain, only the last name. */
function shortSpan(callee: Term): Span {
  return callee.kind === 'member' && holdsCall(callee.object) ? callee.keySpan : callee.span;
}

function holdsCall(term: Term): boolean {
  let object = term;
  while (object.kind === 'member') object = object.object;
  return object.kind === 'call' || object.kind === 'unknown';
}

/** A cheap look at a callee: most calls of a program have nothing to do with any library described. */
function mayBeDescribed(callee: Node, module: LiveModule, knowledge: Knowledge): boolean {
  const { name } = callee as Node & { name?: Node };
  if (name !== undefined && isIdentifier(name)) return knowledge.isRelevantName(name.text);
  if (!isIdentifier(callee)) return !isSuper(callee);
  if (knowledge.isRelevantName(callee.text)) return true;
  const id = module.scope.find(callee.text, callee);
  const binding = id === undefined ? undefined : module.binding(id);
  if (binding?.kind === 'import') {
    return knowledge.isDescribed(binding.specifier) || knowledge.isRelevantName(binding.imported);
  }
  return binding?.kind === 'variable' && binding.initial !== undefined && binding.initial.kind !== 'function';
}

function isSuper(node: Node): boolean {
  return node.getChildCount() === 0;
}

function describedAssignment(
  node: Node & { readonly left: Node; readonly right: Node },
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
): readonly DescribedSite[] {
  const target = module.lower(node.left);
  if (target.kind !== 'member' || !mayHoldDescribed(target, knowledge)) return [];
  const frame = moduleFrame(module);
  const api = apiOf(target.object, frame, evaluator);
  if (api === undefined) return [];
  const path = typeof target.key === 'string' ? target.key : '*';
  const owned = knowledge.assignmentsTo(api.module, api.path === '' ? path : `${api.path}.${path}`);
  const site: Site = {
    module,
    frame,
    evaluator,
    call: undefined,
    callee: undefined,
    span: spanOf(node, module.tree),
    calleeSpan: target.span,
    assignment: { key: target.key, value: module.lower(node.right) },
  };
  return owned.map((one) => ({ site, owned: one }));
}

/** `this.x = …` and `module.exports.x = …` are most of the assignments to members. */
function mayHoldDescribed({ object, key }: MemberTerm, knowledge: Knowledge): boolean {
  if (typeof key === 'string' && knowledge.isRelevantName(key)) return true;
  if (object.kind === 'reference' || object.kind === 'call') return true;
  const name = object.kind === 'global' ? object.name : object.kind === 'member' ? object.key : undefined;
  return typeof name === 'string' && knowledge.isRelevantName(name);
}

function apiOf(term: Term, frame: Frame, evaluator: Evaluator): ApiValue | undefined {
  for (const { value } of evaluator.evaluate(term, frame).possible) if (value.kind === 'api') return value;
  return undefined;
}

function isInBand({ library, emission }: OwnedEmission, findDependency: FindDependency): boolean {
  const { since, until } = emission;
  if (since === undefined && until === undefined) return true;
  const version = findDependency(library.package)?.version;
  // Where nothing tells the version, the newest band counts.
  if (version === undefined) return until === undefined;
  return (since === undefined || gte(version, since)) && (until === undefined || lt(version, until));
}

function isTriggered(at: Trigger, site: Site): boolean {
  if ('assign' in at) return true;
  const count = site.call?.arguments.length ?? 0;
  if (at.arguments !== undefined && (count < at.arguments[0] || count > at.arguments[1])) return false;
  return at.when === undefined || holds(at.when, site);
}

function holds({ where, is }: Condition, site: Site): boolean {
  const texts = certainTexts(valuesAt(where, site));
  return texts?.every((text) => is.includes(text.toLowerCase())) === true;
}

function factsOf(node: Node, site: Site, { library, emission }: OwnedEmission, knowledge: Knowledge): readonly Fact[] {
  const { module, calleeSpan, span } = site;
  const base = {
    kind: emission.emits,
    display: displayOf(site, emission, library.display),
    package: library.package,
    span,
    calleeSpan,
    statement: statementAround(node, module.tree),
    guarded: module.isGuarded(node),
    around: module.namesAround(node),
  };
  // The one place where models become facts: the mapped types of both sides say that they fit.
  const withAttributes = (attributes: FactSchema[typeof emission.emits]): Fact => ({ ...base, attributes }) as Fact;
  if (emission.cookieText === undefined) return [withAttributes(attributesOf(emission, site, knowledge))];
  if (emission.emits !== 'CookieWrite') return [];
  const by = emission.slots.by.constant;
  return textsOf(valuesAt(emission.cookieText, site), site).flatMap((text) => {
    const attributes = cookieAttributes(text, by, site, knowledge);
    return attributes === undefined ? [] : [withAttributes(attributes)];
  });
}

function attributesOf(emission: Emission, site: Site, knowledge: Knowledge): FactSchema[Emission['emits']] {
  const attributes: Record<string, unknown> = {};
  for (const [name, slot] of Object.entries<Slot<unknown> | FlowSlot | Constant<unknown>>(emission.slots)) {
    if ('constant' in slot) {
      attributes[name] = slot;
      continue;
    }
    const reader = READERS[name as keyof typeof READERS];
    attributes[name] =
      reader === undefined || isFlowName(name, emission.emits)
        ? flowAt(slot.where, site, knowledge)
        : settingAt(slot, reader, site);
  }
  return attributes as unknown as FactSchema[Emission['emits']];
}

/** `key` is a setting of a store, and a flow of a signature. */
function isFlowName(name: string, kind: Emission['emits']): boolean {
  return name === 'key' && kind !== 'ClientStore';
}

function flowAt(wheres: readonly Where[], site: Site, knowledge: Knowledge): Flow {
  for (const where of wheres) {
    const found = termAt(where, site);
    if (found === undefined) continue;
    const { term, frame } = found;
    return { span: term.span, ...leavesOf(term, frame, site.evaluator, knowledge) };
  }
  return { span: site.calleeSpan, leaves: [], complete: false };
}

function termAt(where: Where, site: Site): FramedTerm | undefined {
  const found = startOf(where, site);
  if (found === undefined || !('path' in where)) return found;
  let { term } = found;
  for (const key of where.path) term = { kind: 'member', object: term, key, span: term.span, keySpan: term.span };
  return { term, frame: found.frame };
}

function startOf(where: Where, site: Site): FramedTerm | undefined {
  const { call, assignment, frame } = site;
  switch (where.from) {
    case 'assigned':
      return assignment === undefined ? undefined : { term: assignment.value, frame };
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

/** The callee as the code spells it, when that is short enough to be read in a sentence. */
function displayOf({ module, call, calleeSpan, assignment }: Site, { at }: Emission, display: string): string {
  const callee = call?.callee.span ?? calleeSpan;
  const written = module.tree.text.slice(callee.start, callee.end);
  const path = 'call' in at ? at.call : 'method' in at ? at.method : '';
  const name = path.slice(path.lastIndexOf('.') + 1);
  const known = name === '' ? display : `${display}.${name}`;
  const readable = /^[\w$.?!'"[\]]{1,40}$/.test(written) ? written : known;
  if (assignment !== undefined) return readable;
  return call?.isNew === true ? `new ${readable}()` : `${readable}()`;
}
