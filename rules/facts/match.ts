import gte from 'semver/functions/gte';
import lt from 'semver/functions/lt';
import type { LibraryModel, Where } from '../models/model';
import type { Condition, KindCondition, PartCondition, TextCondition } from '../models/shape/conditions';
import type { Trigger } from '../models/shape/triggers';
import type { Evaluator } from '../resolve/evaluate/evaluate';
import type { ApiValue, Frame, Value } from '../resolve/evaluate/value';
import { memberTerm } from '../resolve/lower/operands';
import type { CallTerm, MemberTerm, Term } from '../resolve/lower/term';
import type { AssignmentTerm, Target } from '../resolve/module/actions';
import type { Dependency } from '../world';
import { isNewestHere } from './bands';
import type { Ask } from './kept/madeStorages';
import { holdsStorage } from './kept/storages';
import type { Knowledge, OwnedEmission } from './knowledge';
import type { Site } from './site';
import { certainTexts, isAbsent, valuesAt } from './values/settings';
import { stringified } from './values/stringified';
import { startsAt } from './values/terms';
import { type IsWrapper, mayBeDescribed } from './workspace/callees';

/** Which release of a package the file sees; `undefined` while it is not known yet. */
export type FindDependency = (packageName: string) => Dependency | null | undefined;

/** What the models say of an action. */
export interface Description {
  readonly callee: ApiValue | undefined;
  readonly emissions: readonly OwnedEmission[];
}

const NOTHING: Description = { callee: undefined, emissions: [] };

/** The facts that a call or an assignment may be, by what is called or assigned to. */
export function describe(
  term: CallTerm | AssignmentTerm,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
  isWrapper: IsWrapper | undefined,
): Description {
  if (term.kind === 'assignment') return describeAssignment(term.target, frame, evaluator, knowledge);
  const found = describeTarget({ kind: 'call', term: term.callee }, frame, evaluator, knowledge, isWrapper);
  if (found.emissions.length === 0) {
    return { callee: undefined, emissions: handedEmissions(term, frame, evaluator, knowledge) };
  }
  // A method of a described type may be another package's as well: `server.auth.strategy('name', 'jwt', …)`.
  const isConditional = found.emissions.every(({ emission: { at } }) => 'when' in at && at.when !== undefined);
  const others = found.callee !== undefined && isConditional ? methodsOf(term.callee, knowledge) : [];
  return others.length === 0 ? found : { ...found, emissions: [...found.emissions, ...others] };
}

/** The facts that a call is because part of a library is handed to it. */
function handedEmissions(
  term: CallTerm,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
): readonly OwnedEmission[] {
  const { callee } = term;
  if (callee.kind !== 'member' || typeof callee.key !== 'string') return [];
  return knowledge
    .handedTo(callee.key)
    .filter(({ library, emission: { at } }) => 'handed' in at && isHanded(at, library, term, frame, evaluator));
}

type HandedTrigger = Extract<Trigger, { readonly handed: string }>;

/** Whether a call is handed that part of a library as its first argument, or in it. */
export function isHanded(
  { handed, to, under }: HandedTrigger,
  { modules, package: name }: LibraryModel,
  { callee, arguments: [first] }: CallTerm,
  frame: Frame,
  evaluator: Evaluator,
): boolean {
  if (callee.kind !== 'member' || callee.key !== to || first === undefined || first.spread) return false;
  return evaluator
    .evaluate(under === undefined ? first.value : memberTerm(first.value, [under]), frame)
    .possible.some(
      ({ value }) => value.kind === 'api' && (modules ?? [name]).includes(value.module) && value.path === handed,
    );
}

/** The facts that calling or assigning to something may be. */
export function describeTarget(
  { kind, term }: Target,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
  isWrapper: IsWrapper | undefined,
): Description {
  if (kind === 'call') return describeCall(term, frame, evaluator, knowledge, isWrapper);
  if (term.kind !== 'member') return NOTHING;
  return describeAssignment(term, frame, evaluator, knowledge);
}

function describeCall(
  callee: Term,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
  isWrapper: IsWrapper | undefined,
): Description {
  const named = mayBeDescribed(callee, frame, knowledge, isWrapper, evaluator.trace)
    ? evaluator.evaluate(callee, frame).possible
    : [];
  for (const { value } of named) {
    if (value.kind !== 'api') continue;
    const known = knowledge.callsOf(value.module, value.path);
    // Most of what is made readable is no token.
    const emissions = frame.module.splitsAtDots ? known : known.filter(({ emission: { at } }) => !('opens' in at));
    if (emissions.length > 0) return { callee: value, emissions };
  }
  return { callee: undefined, emissions: methodsOf(callee, knowledge) };
}

/** What calls of a method of that name may be, on whatever it is called. */
function methodsOf(callee: Term, knowledge: Knowledge): readonly OwnedEmission[] {
  return callee.kind === 'member' && typeof callee.key === 'string' ? knowledge.methodsNamed(callee.key) : [];
}

/** The member that is assigned to is the callee: what made its object is read as of a call. */
function describeAssignment(
  { object, key }: MemberTerm,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
): Description {
  if (object.kind === 'this' && object.classId === undefined)
    return { callee: undefined, emissions: knowledge.assignmentsTo('', `this.${typeof key === 'string' ? key : '*'}`) };
  if (!mayHoldDescribed(object, key, frame, knowledge)) return NOTHING;
  const anywhere = typeof key === 'string' ? knowledge.assignmentsTo('', `*.${key}`) : [];
  if (anywhere.length > 0) return { callee: undefined, emissions: anywhere };
  for (const { value } of evaluator.evaluate(object, frame).possible) {
    if (value.kind !== 'api') continue;
    const name = typeof key === 'string' ? key : '*';
    const path = value.path === '' ? name : `${value.path}.${name}`;
    const callee: ApiValue = { kind: 'api', module: value.module, path, call: undefined, receiver: value };
    return { callee, emissions: knowledge.assignmentsTo(value.module, path) };
  }
  return NOTHING;
}

/** `this.x = …` and `module.exports.x = …` are most of the assignments to members. */
function mayHoldDescribed(object: Term, key: string | Term, { module }: Frame, knowledge: Knowledge): boolean {
  if (typeof key === 'string' && knowledge.isAssignedName(key)) return true;
  if (object.kind === 'reference' || object.kind === 'call') return true;
  const root = rootOf(object);
  // `this.storage[key] = …`, of a field that may have been given anything.
  if (root.kind === 'this' && object !== root && typeof key !== 'string') return true;
  // A part of what a function is handed, or of what a call gives: `state.session.token = …`.
  const binding = root.kind === 'reference' ? module.binding(root.binding) : undefined;
  if (binding?.kind === 'parameter' || (binding?.kind === 'variable' && binding.initial?.kind === 'call')) return true;
  const name = object.kind === 'global' ? object.name : object.kind === 'member' ? object.key : undefined;
  return typeof name === 'string' && knowledge.isAssignedName(name);
}

function rootOf(term: Term): Term {
  let root = term;
  while (root.kind === 'member') root = root.object;
  return root;
}

/** Whether the emission holds for the release that is in use, as the project tells it or the text of the file. */
export function isInBand({ library, emission }: OwnedEmission, findDependency: FindDependency, text: string): boolean {
  const { since, until, lacks, needs } = emission;
  if (lacks !== undefined && !isLacking(findDependency(lacks))) return false;
  if (needs !== undefined && findDependency(needs)?.declared !== true) return false;
  if (since === undefined && until === undefined) return true;
  const version = findDependency(library.package)?.version;
  // Where nothing tells the version, the newest band counts.
  if (version === undefined) return until === undefined || isNewestHere(library, emission, text);
  return (since === undefined || gte(version, since)) && (until === undefined || lt(version, until));
}

/** Not while it is not known. A version, because without a manifest nothing tells that a package is depended on. */
function isLacking(found: Dependency | null | undefined): boolean {
  return found === null || (found !== undefined && !(found.declared && found.version !== undefined));
}

/** Whether the call has the arguments that its trigger asks for. */
export function isTriggered(at: Trigger, site: Site, knowledge: Knowledge): boolean {
  if ('assign' in at) return at.when === undefined || holds(at.when, site, knowledge);
  if ('of' in at && at.of !== undefined && !isCalledOn(at.of, site, at.isChained === true)) return false;
  const list = site.call?.arguments ?? [];
  const count = list.filter(({ spread }) => !spread).length;
  // What is spread among them may be any number.
  const least = count < list.length ? Number.POSITIVE_INFINITY : count;
  if (at.arguments !== undefined && (least < at.arguments[0] || count > at.arguments[1])) return false;
  if ('unless' in at && at.unless !== undefined && mayHold(at.unless, site)) return false;
  if ('opens' in at && at.opens !== undefined && startsAt({ from: 'opened' }, site) === undefined) return false;
  return 'handed' in at || at.when === undefined || holds(at.when, site, knowledge);
}

function mayHold({ where, is }: TextCondition, site: Site): boolean {
  const { possible, complete } = valuesAt(where, site);
  const texts = possible.map(({ value }) => (value.kind === 'literal' ? String(value.value).toLowerCase() : undefined));
  const isUnclear = possible.some(({ value }) => !['literal', 'undefined', 'absent'].includes(value.kind));
  return !complete || isUnclear || texts.some((text) => text !== undefined && is.includes(text));
}

function askAt(site: Site, knowledge: Knowledge): Ask {
  return { site, evaluator: site.evaluator, knowledge, isTriggered: (at, inner) => isTriggered(at, inner, knowledge) };
}

/**
 * Whether a call is one of a method of what another method gives, `objectStore('x').put(…)`, or through a name; or of what a
 * member holds, `this.$cookies.set(…)`, or of what comes from elsewhere under that name: `({ router }) => router.push(…)`.
 */
function isCalledOn(method: string, { call, frame: { module } }: Site, isChained: boolean): boolean {
  let term = call?.callee.kind === 'member' ? call.callee.object : undefined;
  if (isChained && term?.kind !== 'call') return false;
  if (term?.kind === 'global') return term.name === method;
  if (term?.kind === 'reference') {
    const binding = module.binding(term.binding);
    if (binding.kind === 'parameter' || binding.kind === 'import') return term.name === method;
    term = binding.kind === 'variable' ? binding.initial : undefined;
  }
  const holder = term?.kind === 'call' ? term.callee : term;
  return holder?.kind === 'member' && holder.key === method;
}

function holds(condition: Condition, site: Site, knowledge: Knowledge): boolean {
  const isFree = (where: Where): boolean => isAbsent(valuesAt(where, site));
  if ('all' in condition) return condition.all.every((one) => holds(one, site, knowledge));
  if ('area' in condition) {
    return (condition.absent ?? []).every(isFree) && holdsStorage(condition, site, askAt(site, knowledge));
  }
  if ('absent' in condition) return condition.absent.every(isFree);
  if ('kinds' in condition) return isOfKind(condition, site) !== (condition.otherwise === true);
  if ('part' in condition) return isPart(condition, site);
  const texts = certainTexts(valuesAt(condition.where, site));
  return texts?.every((text) => condition.is.includes(text.toLowerCase())) === true;
}

function isPart({ where, part }: PartCondition, site: Site): boolean {
  const { possible, complete } = valuesAt(where, site);
  return (
    complete &&
    possible.length > 0 &&
    possible.every(({ value }) => value.kind === 'api' && `${value.module} ${value.path}` === part)
  );
}

function kindOf(value: Value): string {
  if (stringified(value) !== undefined) return 'stringified';
  if (value.kind === 'api' && value.path.startsWith('#')) return 'described';
  return value.kind === 'array' && !value.open && value.term.elements.length === 0 ? 'nothing' : value.kind;
}

function isOfKind({ where, kinds }: KindCondition, site: Site): boolean {
  const { possible, complete } = valuesAt(where, site);
  const known: readonly string[] = kinds;
  const isKnown = (value: Value): boolean =>
    known.includes(kindOf(value)) || (value.kind === 'literal' && known.includes(value.value ? 'truthy' : 'falsy'));
  return complete && possible.length > 0 && possible.every(({ value }) => isKnown(value));
}
