import type { Evaluator } from '../resolve/evaluate/evaluate';
import { frameAtModule, frameOfCall } from '../resolve/evaluate/frames';
import { withoutRest } from '../resolve/evaluate/given';
import { createMemory, type Note } from '../resolve/evaluate/memory';
import { calledByName } from '../resolve/evaluate/namedCalls';
import type { Frame, FunctionValue } from '../resolve/evaluate/value';
import type { Action } from '../resolve/module/actions';
import type { FunctionShape } from '../resolve/module/summary';
import type { Place } from '../text/span';
import type { ActionFacts, Report } from './actionFacts';
import { calleeSpanOf } from './display';
import type { Fact } from './schema';
import { indexProofs, provenFact } from './workspace/provenFacts';
import type { Reaching } from './workspace/reaching';
import { isRuledOut } from './workspace/ruledOut';

/** Functions are looked through this deep: a wrapper of a wrapper of a wrapper. */
export const MAX_LEVELS = 5;
/** Actions looked at behind one call, and behind all calls of a file. */
const MAX_LOOKED_PER_CALL = 200;
const MAX_LOOKED = 3000;

/** The functions that lead from a call to a fact, so far. */
export type Way = readonly FunctionShape[];

/** What an action is by itself, and which parameters would make a difference to it. */
interface Alone {
  readonly facts: readonly Fact[];
  readonly restsOn: readonly Note[];
}

const NOTHING: Alone = { facts: [], restsOn: [] };

/** Something that a called function does. */
export interface CalledEffect {
  readonly effect: Action;
  readonly inner: Frame;
  /** The same, as the function tells it by itself. */
  readonly alone: readonly Fact[];
  /** The way on, through that function. */
  readonly further: Way;
}

/** Looks behind calls: what the functions of the workspace do that are called. */
export interface BehindCalls {
  /** What the called functions do with the arguments; beside each fact, what the function proves by itself. */
  factsBehind(action: Action, within: Frame, report: Report, way: Way): readonly Fact[];
  /** What the called functions do to which the call makes a difference, each in its frame. */
  effectsBehind(action: Action, within: Frame, report: Report, way: Way): readonly CalledEffect[];
  /** What an action of a function is, in the frame of a call of it. */
  factsOfEffect(written: Action, inner: Frame, report: Report, way: Way): readonly Fact[];
  /** How many actions were looked at behind the calls of the file. */
  looked(): number;
  /** Takes so many actions for looked at. */
  setLooked(count: number): void;
  /** To be called when the world may answer more than before. */
  refresh(): void;
}

export function createBehindCalls(evaluator: Evaluator, reaching: Reaching, factsAt: ActionFacts['at']): BehindCalls {
  const { trace } = evaluator;
  const alone = createMemory<Action, Alone>(trace);
  let looked = 0;

  const factsBehind: BehindCalls['factsBehind'] = (action, within, report, way) => {
    const beyond: Report = way.length === 0 ? report : { ...report, outer: withoutUses(report.outer) };
    return effectsBehind(action, within, report, way).flatMap(({ effect, inner, alone, further }) => {
      const bound = factsOfEffect(effect, inner, beyond, further);
      if (bound.length === 0) return [];
      const proofs = indexProofs(alone);
      return bound.map((fact) => provenFact(fact, proofs.take(fact), action));
    });
  };

  const effectsBehind: BehindCalls['effectsBehind'] = ({ term }, within, report, way) => {
    // What a function literal does where it is called stands in the file itself.
    if (term.kind !== 'call' || term.form !== undefined || term.callee.kind === 'function') return [];
    if (way.length >= MAX_LEVELS || looked > MAX_LOOKED) return [];
    const called = reaching.functions(term.callee, within, () => term).map((callee) => ({ callee, term }));
    return [...called, ...calledByName(term, within, evaluator)].flatMap(({ callee, term: call }) => {
      const shape = callee.frame.module.function(callee.id);
      // What recursion adds is what the first round has shown.
      if (way.includes(shape)) return [];
      const inner = frameOfCall(callee, call, within);
      const further = [...way, shape];
      return shape.effects.slice(0, MAX_LOOKED_PER_CALL).flatMap((effect) => {
        looked++;
        const { facts: alone, restsOn } = factsAlone(effect, callee, report);
        // What `this` is, is up to the call as well.
        const isUpToCall = callee.frame.self !== undefined || givenBy(callee).some((one) => restsOn.includes(one));
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
    const mark = trace.mark();
    alone.set(effect, NOTHING, mark);
    const outer = (): undefined => {
      trace.add(frame.module.function(id));
      return undefined;
    };
    const found = factsOfEffect(effect, frameAtModule(frame), { ...report, runtime: () => 'unknown', outer }, [
      frame.module.function(id),
    ]);
    const result = { facts: found, restsOn: trace.since(mark) };
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

  const factsOfEffect: BehindCalls['factsOfEffect'] = (written, inner, report, way) => {
    const term = spelledOut(written.term, inner);
    const effect = term === written.term ? written : { ...written, term };
    const place: Place = { file: inner.module.file, span: calleeSpanOf(effect.term) };
    const own = factsAt(effect, inner, report);
    const found = own.length > 0 ? own : factsBehind(effect, inner, report, way);
    return found.map((fact) => ({ ...fact, via: [place, ...fact.via] }));
  };

  return {
    factsBehind,
    effectsBehind,
    factsOfEffect,
    looked: () => looked,
    setLooked(count) {
      looked = count;
    },
    refresh: () => alone.refresh(),
  };
}

/** The functions whose parameters a call gives something: its own, and those that made what it is called on. */
function givenBy({ id, frame }: FunctionValue): readonly FunctionShape[] {
  return [id, ...frame.arguments.keys()].map((one) => frame.module.function(one));
}

/** What a function of a function returns is not followed to where it is used. */
function withoutUses(outer: Report['outer']): Report['outer'] {
  return () => {
    const known = outer();
    return known && { ...known, uses: [] };
  };
}
