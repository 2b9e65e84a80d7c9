import type { Runtime } from '../resolve/around/runtime';
import { frameOfCall } from '../resolve/evaluate/calls';
import { type Evaluator, moduleFrame } from '../resolve/evaluate/evaluate';
import { boundFrame, withoutRest } from '../resolve/evaluate/given';
import { createMemory, LACK } from '../resolve/evaluate/memory';
import { calledByName } from '../resolve/evaluate/namedCalls';
import type { Frame, FunctionValue } from '../resolve/evaluate/value';
import { calleeOf, calleeTerm, lastNameOf } from '../resolve/lower/indirectCalls';
import type { Action } from '../resolve/module/actions';
import type { Aftermath } from '../resolve/module/aftermath';
import type { LiveModule } from '../resolve/module/module';
import type { FunctionShape } from '../resolve/module/summary';
import { startsInWorkspace } from '../resolve/scope/scope';
import { isCallExpression, isNewExpression, type Node } from '../syntax';
import type { Place } from '../text/span';
import { createActionFacts, type Report } from './actionFacts';
import { asWrittenByPage } from './around/pageCookie';
import { verdictUse } from './around/verdictUse';
import { calleeSpanOf } from './display';
import { statementAround } from './edits/statement';
import type { Knowledge } from './knowledge';
import type { FindDependency } from './match';
import type { Fact, FactOf } from './schema';
import type { VerdictUse } from './schema/uses';
import { framesOf } from './values/elements';
import { type IsWrapper, isChosenByName, mayBeDescribed } from './workspace/callees';
import { makerOf } from './workspace/makers';
import { indexProofs, provenFact } from './workspace/provenFacts';
import { createReaching } from './workspace/reaching';
import { createRegistrations } from './workspace/registrations';
import { isRuledOut } from './workspace/ruledOut';

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
  const { module, evaluator, knowledge, isWrapper } = extraction;
  const kept = new Map<Node, Kept>();
  const { trace } = evaluator;
  const registrations = createRegistrations(module, evaluator, knowledge);
  const alone = createMemory<Action, Alone>(trace);
  const reaching = createReaching(evaluator, knowledge, isWrapper, MAX_LEVELS);
  const { at: factsAt, writesText } = createActionFacts(extraction, registrations);
  let effects = 0;

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
    const called = reaching.functions(term.callee, within, () => term).map((callee) => ({ callee, term }));
    return [...called, ...calledByName(term, within, evaluator)].flatMap(({ callee, term: call }) => {
      const shape = callee.frame.module.function(callee.id);
      // What recursion adds is what the first round has shown.
      if (way.includes(shape)) return [];
      const inner = frameOfCall(callee, call, within);
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
    const callee = calleeTerm(called, module.lower);
    if (callee.kind === 'function') return false;
    if (mayBeDescribed(callee, frame, knowledge, isWrapper, trace)) return true;
    return reaching.functions(callee, frame, () => module.lower(node)).length > 0;
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
      if (own.length > 0)
        return own.map((fact) =>
          fact.kind === 'TokenVerify' ? { ...fact, use: useOf(node, fact) } : asWrittenByPage(fact, node),
        );
      const behind = factsBehind(action, within, { ...report, isDirect: false }, []);
      const madeAt = behind.length > 0 && action.term.kind === 'call' ? makerOf(action.term.callee, module) : undefined;
      return madeAt === undefined ? behind : behind.map((fact) => ({ ...fact, madeAt }));
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

/** Whether a callee shows a name that leads somewhere. */
function showsName(callee: Node, knowledge: Knowledge, isWrapper: IsWrapper | undefined): boolean {
  const last = lastNameOf(callee);
  return last !== undefined && (knowledge.isRelevantName(last) || isWrapper?.(last) === true);
}
