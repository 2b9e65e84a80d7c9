import type { LibraryModel } from '../models/model';
import type { Trigger } from '../models/shape/triggers';
import type { Action } from '../resolve/actions';
import type { Aftermath } from '../resolve/aftermath';
import { frameOfCall } from '../resolve/calls';
import { type Evaluator, moduleFrame } from '../resolve/evaluate';
import { boundFrame, withoutRest } from '../resolve/given';
import { calleeOf, lastNameOf } from '../resolve/indirectCalls';
import { createMemory, LACK } from '../resolve/memory';
import type { LiveModule } from '../resolve/module';
import { isSpreadUpTo } from '../resolve/operands';
import type { Runtime } from '../resolve/runtime';
import { startsInWorkspace } from '../resolve/scope';
import type { FunctionShape } from '../resolve/summary';
import type { Term } from '../resolve/term';
import type { Frame, FunctionValue } from '../resolve/value';
import { isCallExpression, isNewExpression, type Node } from '../syntax';
import type { Place, Span } from '../text/span';
import { verdictUse } from './around/verdictUse';
import { attributesOf } from './attributes';
import { statementAround } from './edits/statement';
import type { Knowledge, OwnedEmission } from './knowledge';
import { describe, describeTarget, type FindDependency, isInBand, isTriggered } from './match';
import type { Fact, FactOf } from './schema';
import type { VerdictUse } from './schema/uses';
import type { Site } from './site';
import type { FramedTerm } from './values/chain';
import { framesOf } from './values/elements';
import { eachOfList, sitesOf } from './values/handedLists';
import { valuesAt } from './values/settings';
import { memberTerm } from './values/terms';
import {
  type CalledParameter,
  calledParameter,
  functionsOf,
  handsOverWrapper,
  type IsWrapper,
  isChosenByName,
  isOwnCode,
  mayBeDescribed,
  mayBeWrapper,
} from './workspace/callees';
import { createRegistrations } from './workspace/registrations';
import { isRuledOut } from './workspace/ruledOut';
import { runtimeOf } from './workspace/runtimes';

/** Functions are looked through this deep: a wrapper of a wrapper of a wrapper. */
const MAX_LEVELS = 5;
/** Actions looked at behind one call, and behind all calls of a file. */
const MAX_EFFECTS_PER_CALL = 200;
const MAX_EFFECTS = 3000;

/** What extracting facts asks for. */
export interface Extraction {
  readonly module: LiveModule;
  readonly evaluator: Evaluator;
  readonly knowledge: Knowledge;
  readonly findDependency: FindDependency;
  readonly isWrapper: IsWrapper | undefined;
}

/** The call in the file under analysis, as every site that it leads to reports it. */
interface Report extends Pick<Site, 'evaluator' | 'report' | 'span' | 'calleeSpan' | 'isDirect' | 'outer'> {
  /** The statement that does nothing else, where it does this itself. */
  readonly statement?: Span | undefined;
  /** Where that call runs. */
  runtime(): Runtime;
}

/** The functions that lead from a call to a fact, so far. */
type Way = readonly FunctionShape[];

/** What was found at one place of the file, and how many actions were looked at for it. */
interface Kept {
  readonly facts: readonly Fact[];
  readonly effects: number;
}

/** What an action is by itself, and whether those that call its function make a difference to it. */
interface Alone {
  readonly facts: readonly Fact[];
  readonly isUpToCall: boolean;
}

/** Something that models describe, and that is done. */
interface Triggered extends OwnedEmission {
  readonly site: Site;
}

const NOTHING: Alone = { facts: [], isUpToCall: false };

/** Something that a called function does. */
interface CalledEffect {
  readonly effect: Action;
  readonly inner: Frame;
  /** The same, as the function tells it by itself. */
  readonly alone: readonly Fact[];
  /** The way on, through that function. */
  readonly further: Way;
}

/** Finds the facts of one document. What it found at a place without lacking anything is kept. */
export interface Extractor {
  /** Every fact of the file, in source order: what it does itself, and what the functions it calls do with what it gives. */
  facts(): readonly Fact[];
  /** What a function does with its parameters, as far as it tells by itself. */
  factsOfFunction(one: FunctionValue): readonly Fact[];
  /** Whether it does something of that kind. Looks no further than to the first. */
  does(one: FunctionValue, isOfKind: (fact: Fact) => boolean): boolean;
  /** The packages that the file registers with their frameworks. */
  registers(): readonly string[];
  /** To be called when the world may answer more than before. */
  refresh(): void;
}

export function createExtractor(extraction: Extraction): Extractor {
  const { module, evaluator, knowledge, findDependency, isWrapper } = extraction;
  const calledIndexes = new Map<FunctionShape, readonly CalledParameter[]>();
  const kept = new Map<Node, Kept>();
  const { trace } = evaluator;
  const reaching = createMemory<FunctionShape, boolean>(trace);
  const registrations = createRegistrations(module, evaluator, knowledge);
  const alone = createMemory<Action, Alone>(trace);
  let effects = 0;

  /** The facts that a described action is, as its own function tells them. */
  const factsAt = (action: Action, within: Frame, report: Report): readonly Fact[] =>
    eachOfList(action.term, within, evaluator, knowledge)?.flatMap(({ term, frame }) =>
      factsOfOne({ ...action, term }, frame, { ...report, statement: undefined }),
    ) ?? factsOfOne(action, within, report);

  /** What models say that an action does, where it does. */
  const triggeredAt = (action: Action, within: Frame, report: Report): readonly Triggered[] => {
    const { term } = action;
    const { callee, emissions } = describe(term, within, evaluator, knowledge, isWrapper);
    if (emissions.length === 0) return [];
    const call = term.kind === 'call' ? term : undefined;
    return emissions.flatMap((owned) => {
      const { library, emission } = owned;
      const registered = (): readonly FramedTerm[] | undefined => registrations.of(library);
      const whole: Site = { ...report, action, frame: within, call, callee, registrations: registered };
      if (!isInBand(owned, findDependency, module.tree.text)) return [];
      return sitesOf(emission.at, whole).flatMap((site) =>
        isTriggered(emission.at, site, knowledge) ? [{ library, emission, site }] : [],
      );
    });
  };

  const factsOfOne = (action: Action, within: Frame, report: Report): readonly Fact[] => {
    const { span, calleeSpan } = report;
    return triggeredAt(action, within, report).flatMap(({ library, emission, site }) =>
      attributesOf(emission, site, knowledge).map((attributes): Fact => {
        const display = displayOf(site, { library, emission });
        const { guarded, around } = action;
        const statement = emission.doesMore === true ? undefined : report.statement;
        const runtime = runtimeOf(report.runtime(), action.runtime, library, findDependency);
        const base = { span, calleeSpan, statement, use: undefined, guarded, around, runtime, via: [], provenBy: [] };
        // The one place where attributes meet their kind: both come from one emission.
        return { ...base, kind: emission.emits, display, package: library.package, attributes } as Fact;
      }),
    );
  };

  /** Whether an action plainly writes a cookie, whose text is not known by itself: a caller may give it. */
  const writesText = (action: Action, within: Frame, report: Report): boolean =>
    triggeredAt(action, within, report).some(
      ({ emission: { at, cookieText }, site }) =>
        cookieText !== undefined && !('method' in at && at.when === undefined) && !valuesAt(cookieText, site).complete,
    );

  /** What the called functions do with the arguments; beside each fact, what the function proves by itself. */
  const factsBehind = (action: Action, within: Frame, report: Report, way: Way): readonly Fact[] => {
    const beyond: Report = way.length === 0 ? report : { ...report, outer: withoutUses(report.outer) };
    return effectsBehind(action, within, report, way).flatMap(({ effect, inner, alone, further }) => {
      const bound = factsOfEffect(effect, inner, beyond, further);
      if (bound.length === 0) return [];
      const proofs = indexProofs(alone);
      return bound.map((fact) => provenFact(fact, proofs.take(fact), action));
    });
  };

  /** What the called functions do to which the call makes a difference, each in its frame. */
  const effectsBehind = ({ term }: Action, within: Frame, report: Report, way: Way): readonly CalledEffect[] => {
    // What a function literal does where it is called stands in the file itself.
    if (term.kind !== 'call' || term.form !== undefined || term.callee.kind === 'function') return [];
    if (way.length >= MAX_LEVELS || effects > MAX_EFFECTS) return [];
    return reachingFunctions(term.callee, within, () => term).flatMap((callee) => {
      const shape = callee.frame.module.function(callee.id);
      // What recursion adds is what the first round has shown.
      if (way.includes(shape)) return [];
      const inner = frameOfCall(callee, term, within);
      const further = [...way, shape];
      return shape.effects.slice(0, MAX_EFFECTS_PER_CALL).flatMap((effect) => {
        effects++;
        const { facts: alone, isUpToCall } = factsAlone(effect, callee, report);
        return isUpToCall && !isRuledOut(effect.conditions, inner, evaluator) ? { effect, inner, alone, further } : [];
      });
    });
  };

  /**
   * What an effect is by itself, whatever its function is called with, and what the functions are that it is made in. Only
   * what it proves counts of it: where it is reported does not, and it is found once.
   */
  const factsAlone = (effect: Action, { id, frame }: FunctionValue, report: Report): Alone => {
    const known = alone.get(effect);
    if (known !== undefined) return known;
    const shapes = [id, ...frame.arguments.keys()].map((one) => frame.module.function(one));
    const mark = trace.mark();
    alone.set(effect, NOTHING, mark);
    const outer = (): undefined => {
      trace.add(frame.module.function(id));
      return undefined;
    };
    const unbound = { ...frame, arguments: new Map() };
    const found = factsOfEffect(effect, unbound, { ...report, runtime: () => 'unknown', outer }, [
      frame.module.function(id),
    ]);
    const notes = trace.since(mark);
    const result = { facts: found, isUpToCall: shapes.some((shape) => notes.includes(shape)) };
    alone.set(effect, result, mark);
    return result;
  };

  /** The functions that a callee may mean, and that lead to something described. */
  const reachingFunctions = (callee: Term, within: Frame, call: () => Term): readonly FunctionValue[] =>
    mayBeWrapper(callee, within, isWrapper, trace) || handsOver(callee, within, call)
      ? functionsOf(callee, within, evaluator).filter(
          (called) => reaches(called, MAX_LEVELS) || reachesByArgument(called, call, within),
        )
      : [];

  const handsOver = (callee: Term, within: Frame, call: () => Term): boolean => {
    const term = isOwnCode(callee, within) ? call() : undefined;
    return term?.kind === 'call' && handsOverWrapper(term, within, isWrapper, knowledge, trace);
  };

  /** Most functions lead nowhere: that is found once for each, whatever it is called with. */
  const reaches = ({ id, frame }: FunctionValue, levels: number): boolean => {
    const shape = frame.module.function(id);
    const known = reaching.get(shape);
    if (known !== undefined) return known;
    const mark = trace.mark();
    reaching.set(shape, false, mark);
    const found = frame.module.targetsIn(id).some((target) => {
      if (describeTarget(target, frame, evaluator, knowledge, isWrapper).emissions.length > 0) return true;
      if (target.kind === 'call' && isChosenByName(target.term, knowledge)) return true;
      if (target.kind !== 'call' || levels === 0 || !mayBeWrapper(target.term, frame, isWrapper, trace)) return false;
      return functionsOf(target.term, frame, evaluator).some(
        (called) => reaches(called, levels - 1) || callsOfGiven(called),
      );
    });
    reaching.set(shape, found, mark);
    return found;
  };

  /** Whether a function calls an argument of this call that leads to something described. */
  const reachesByArgument = (called: FunctionValue, call: () => Term, within: Frame): boolean => {
    const indexes = calledIn(called);
    const term = indexes.length === 0 ? undefined : call();
    if (term?.kind !== 'call') return false;
    const given = frameOfCall(called, term, within).arguments.get(called.id)?.list ?? [];
    return indexes.some(({ index, path }) => {
      const argument = isSpreadUpTo(given, index) ? undefined : given[index];
      return argument !== undefined && leadsSomewhere(memberTerm(argument.value, path), argument.frame ?? within);
    });
  };

  /** Whether a function calls something by a known name of what it is given: what hands it a storage keeps something. */
  const callsOfGiven = (called: FunctionValue): boolean =>
    calledIn(called).some(({ path: [name] }) => name !== undefined && knowledge.isRelevantName(name));

  const calledIn = (called: FunctionValue): readonly CalledParameter[] => {
    const shape = called.frame.module.function(called.id);
    const indexes = calledIndexes.get(shape) ?? calledParameters(called);
    calledIndexes.set(shape, indexes);
    return indexes;
  };

  const leadsSomewhere = (argument: Term, within: Frame): boolean =>
    describeTarget({ kind: 'call', term: argument }, within, evaluator, knowledge, isWrapper).emissions.length > 0 ||
    functionsOf(argument, within, evaluator).some((called) => reaches(called, MAX_LEVELS));

  /** With what `...rest` stands for; where nobody says that, what is asked rests on it. */
  const spelledOut = (term: Action['term'], inner: Frame): Action['term'] => {
    const spread = term.kind === 'call' ? term.arguments.filter((one) => one.spread) : [];
    if (spread.length === 0) return term;
    for (const { value } of spread) evaluator.evaluate(value, inner);
    return withoutRest(term, inner);
  };

  const factsOfEffect = (written: Action, inner: Frame, report: Report, way: Way): readonly Fact[] => {
    const term = spelledOut(written.term, inner);
    const effect = term === written.term ? written : { ...written, term };
    const place: Place = { file: inner.module.file, span: calleeSpanOf(effect.term) };
    const own = factsAt(effect, inner, report);
    const found = own.length > 0 ? own : factsBehind(effect, inner, report, way);
    return found.map((fact) => ({ ...fact, via: [place, ...fact.via] }));
  };

  /** A look at the callee alone: most calls have nothing to do with any library described, nor with a function that has. */
  const mayBeFact = (node: Node, frame: Frame): boolean => {
    if (!isCallExpression(node) && !isNewExpression(node)) return true;
    const called = calleeOf(node);
    if (!showsName(called, knowledge, isWrapper) && !startsInWorkspace(called, module.scope)) return false;
    const callee = module.lower(called);
    if (callee.kind === 'function') return false;
    if (mayBeDescribed(callee, frame, knowledge, isWrapper, trace)) return true;
    return reachingFunctions(callee, frame, () => module.lower(node)).length > 0;
  };

  /** What may be a fact of the file itself: what frameworks call for only where it shows a name that is known. */
  const sites = (): readonly Node[] => {
    const { sites: called, declaredCalls } = module.scope;
    const shown = declaredCalls.filter(({ callee }) => showsName(callee, knowledge, undefined));
    if (shown.length === 0) return called;
    return [...called, ...shown.map(({ node }) => node)].sort((a, b) => a.pos - b.pos);
  };

  const facts = (): readonly Fact[] => {
    const frame = moduleFrame(module);
    effects = 0;
    return sites().flatMap((node) => {
      const before = kept.get(node);
      effects += before?.effects ?? 0;
      if (before !== undefined) return before.facts;
      const mark = trace.mark();
      const effectsBefore = effects;
      const found = mayBeFact(node, frame) ? factsOfSite(node, frame) : [];
      if (!trace.since(mark).includes(LACK)) kept.set(node, { facts: found, effects: effects - effectsBefore });
      return found;
    });
  };

  const factsOfSite = (node: Node, frame: Frame): readonly Fact[] => {
    const action = module.action(node);
    if (action === undefined) return [];
    const { span } = action.term;
    const runtime = (): Runtime => action.runtime;
    const outer = (): Aftermath => module.aftermath(node);
    const report = { evaluator, report: module, span, calleeSpan: calleeSpanOf(action.term), runtime, outer };
    const frames = framesOf(module.iterations(node), frame, evaluator);
    // A statement that runs for several elements is not the mistake of one of them.
    const statement = frames.length === 1 ? statementAround(node, module.tree) : undefined;
    return frames.flatMap((within) => {
      const own = factsAt(action, within, { ...report, statement, isDirect: true });
      return own.length > 0
        ? own.map((fact) => (fact.kind === 'TokenVerify' ? { ...fact, use: useOf(node, fact) } : fact))
        : factsBehind(action, within, { ...report, isDirect: false }, []);
    });
  };

  const useOf = (node: Node, { attributes }: FactOf<'TokenVerify'>): VerdictUse | undefined =>
    verdictUse(node, attributes.key.span, module);

  const factsOfFunction = (one: FunctionValue): readonly Fact[] => {
    const frame = boundFrame(one);
    const shape = frame.module.function(one.id);
    return shape.effects.flatMap((effect) => factsOfEffect(effect, frame, reportOf(effect), [shape]));
  };

  const does: Extractor['does'] = (called, isOfKind) => {
    const frame = boundFrame(called);
    const isOne = (effect: Action, inner: Frame, report: Report, way: Way): boolean => {
      const own = factsAt(effect, inner, report);
      if (own.length > 0) return own.some(isOfKind);
      // One that hands on what it is handed is looked into as well once a file shows the header: this is for helpers.
      if (way.length === 1 && writesText(effect, inner, report)) return true;
      if (effect.term.kind === 'call' && isChosenByName(effect.term.callee, knowledge)) return true;
      return effectsBehind(effect, inner, report, way).some((behind) =>
        isOne(behind.effect, behind.inner, report, behind.further),
      );
    };
    const shape = frame.module.function(called.id);
    return shape.effects.some((effect) => isOne(effect, frame, reportOf(effect), [shape]));
  };

  const reportOf = ({ term }: Action): Report => ({
    evaluator,
    report: module,
    span: term.span,
    calleeSpan: calleeSpanOf(term),
    isDirect: false,
    runtime: () => 'unknown',
    outer: () => undefined,
  });

  return {
    facts,
    factsOfFunction,
    does,
    registers: registrations.packages,
    refresh() {
      for (const one of [reaching, registrations, evaluator, alone]) one.refresh();
    },
  };
}

/** What a function of a function returns is not followed to where it is used. */
function withoutUses(outer: Report['outer']): Report['outer'] {
  return () => {
    const known = outer();
    return known && { ...known, uses: [] };
  };
}

/** The parameters that a function calls, and those of which it calls a method. */
function calledParameters(called: FunctionValue): readonly CalledParameter[] {
  return called.frame.module
    .targetsIn(called.id)
    .flatMap(({ kind, term }) => (kind === 'call' ? (calledParameter(term, called) ?? []) : []));
}

/** What functions prove by themselves, to be taken by what they are at a call: each once, by where it is done. */
function indexProofs(proofs: readonly Fact[]): { take(fact: Fact): Fact | undefined } {
  const left = new Map<string, Fact[]>();
  const keyOf = ({ kind, display, via }: Fact): string => {
    const sink = via[via.length - 1];
    return `${kind} ${display} ${sink?.file} ${sink?.span.start}`;
  };
  for (const proof of proofs) left.set(keyOf(proof), [...(left.get(keyOf(proof)) ?? []), proof]);
  return { take: (fact) => left.get(keyOf(fact))?.shift() };
}

/** A fact behind a call: it stands under the call's guards too, and what the function shows by itself proves it there. */
function provenFact(fact: Fact, alone: Fact | undefined, { guarded, around }: Action): Fact {
  const unbound = alone === undefined ? [] : [{ ...alone, provenBy: [] }, ...alone.provenBy];
  return {
    ...fact,
    guarded: fact.guarded || guarded,
    around: [...around, ...fact.around],
    provenBy: [...fact.provenBy, ...unbound],
  };
}

/** What people read as the callee: of a long chain, only the last name. */
export function calleeSpanOf(term: Action['term']): Span {
  if (term.kind === 'assignment') return term.target.span;
  const { callee } = term;
  return callee.kind === 'member' && holdsCall(callee.object) ? callee.keySpan : callee.span;
}

function holdsCall(term: Term): boolean {
  let object = term;
  while (object.kind === 'member') object = object.object;
  return object.kind === 'call' || object.kind === 'unknown';
}

/** Whether a callee shows a name that leads somewhere. */
function showsName(callee: Node, knowledge: Knowledge, isWrapper: IsWrapper | undefined): boolean {
  const last = lastNameOf(callee);
  return last !== undefined && (knowledge.isRelevantName(last) || isWrapper?.(last) === true);
}

/** The callee as the code spells it, when that is short enough to be read in a sentence. */
export function displayOf({ action, call }: Site, { library, emission: { at } }: OwnedEmission): string {
  const readable = action.written === '' || action.written === 'super' ? describedName(library, at) : action.written;
  if (call === undefined) return readable;
  if (call.form === 'file') return action.written;
  if (call.form === 'answer') return library.display;
  if (call.form !== undefined) return call.form === 'tag' ? `<${lastNameIn(at)}>` : lastNameIn(at);
  return call.isNew ? `new ${readable}()` : `${readable}()`;
}

function lastNameIn(at: Trigger): string {
  return 'call' in at ? at.call.slice(at.call.lastIndexOf('.') + 1) : '';
}

/** `res.cookie`, `jwt.sign`: what people call a described function. */
function describedName({ display, types = [], package: name }: LibraryModel, at: Trigger): string {
  if ('handed' in at) return at.to;
  const path = 'assign' in at ? at.assign : 'call' in at ? at.call : at.method;
  if ((name === '' && 'call' in at) || ('assign' in at && !path.startsWith('#'))) return path.replace(/^\*\./, '');
  const [head = '', ...rest] = path.split('.');
  const owner = types.find((type) => type.name === head)?.display ?? display;
  const tail = head.startsWith('#') ? rest : [head, ...rest];
  return [owner, ...tail].filter((part) => part !== '').join('.');
}
