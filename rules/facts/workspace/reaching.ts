import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { createFrameMemory } from '../../resolve/evaluate/frameMemory';
import { frameOfCall, isForAnyone } from '../../resolve/evaluate/frames';
import { argumentAt } from '../../resolve/evaluate/given';
import { createMemory } from '../../resolve/evaluate/memory';
import type { Frame, FunctionValue } from '../../resolve/evaluate/value';
import { memberTerm, startOf } from '../../resolve/lower/operands';
import type { CallTerm, Term } from '../../resolve/lower/term';
import type { Target } from '../../resolve/module/actions';
import type { FunctionShape } from '../../resolve/module/summary';
import type { Knowledge } from '../knowledge';
import { describeTarget } from '../match';
import {
  type CalledParameter,
  calledParameter,
  functionsOf,
  handsOverWrapper,
  type IsWrapper,
  isChosenByName,
  isOwnCode,
  mayBeWrapper,
} from './callees';

/** Says which functions lead to something that models describe. */
export interface Reaching {
  /** The functions that a callee may mean, and that lead to something described. */
  functions(callee: Term, within: Frame, call: () => Term): readonly FunctionValue[];
  /** To be called when the world may answer more than before. */
  refresh(): void;
}

/** `levels`: functions are looked through this deep. */
export function createReaching(
  evaluator: Evaluator,
  knowledge: Knowledge,
  isWrapper: IsWrapper | undefined,
  levels: number,
): Reaching {
  const { trace } = evaluator;
  const calledIndexes = new Map<FunctionShape, readonly CalledParameter[]>();
  const reaching = createMemory<FunctionShape, boolean>(trace);
  const reachingOfObjects = createFrameMemory<FunctionShape, boolean>(trace);

  const handsOver = (callee: Term, within: Frame, call: () => Term): boolean => {
    const term = isOwnCode(callee, within) ? call() : undefined;
    if (term?.kind !== 'call') return false;
    return handsOverWrapper(term, within, isWrapper, knowledge, trace) || handsOnParameter(term, within);
  };

  /** Whether a call is handed what a library gives to the function around: `persist((...all) => createSlice(...all))`. */
  const handsOnParameter = (term: CallTerm, within: Frame): boolean =>
    term.arguments.some(({ value, spread }) => {
      const binding = value.kind === 'reference' ? within.module.binding(value.binding) : undefined;
      if (binding?.kind !== 'parameter' || within.arguments.has(binding.function)) return false;
      const given = spread ? memberTerm(value, ['0']) : value;
      return (
        describeTarget({ kind: 'call', term: given }, within, evaluator, knowledge, isWrapper).emissions.length > 0
      );
    });

  /** Most functions lead nowhere: that is found once for each, whatever it is called with. */
  const reaches = ({ id, frame }: FunctionValue, left: number): boolean => {
    const shape = frame.module.function(id);
    const known = reaching.get(shape);
    if (known !== undefined) return known;
    const mark = trace.mark();
    reaching.set(shape, false, mark);
    const found = frame.module.targetsIn(id).some((target) => {
      if (describeTarget(target, frame, evaluator, knowledge, isWrapper).emissions.length > 0) return true;
      if (target.kind === 'call' && isChosenByName(target.term, knowledge)) return true;
      if (target.kind !== 'call' || left === 0 || !mayBeWrapper(target.term, frame, isWrapper, trace)) return false;
      return functionsOf(target.term, frame, evaluator).some(
        (called) => reaches(called, left - 1) || callsOfGiven(called),
      );
    });
    reaching.set(shape, found, mark);
    return found;
  };

  /** Whether a method does with this very object: what others of its class hold leads nowhere. */
  const reachesByObject = ({ id, frame }: FunctionValue): boolean => {
    if (isForAnyone(frame)) return false;
    const shape = frame.module.function(id);
    const known = reachingOfObjects.get(shape, frame);
    if (known !== undefined) return known;
    const mark = trace.mark();
    const found = frame.module.targetsIn(id).some(
      (target) =>
        // `this.storage.setItem`, `this.storage[key]`.
        startOf(target.term).kind === 'this' &&
        describeTarget(target, frame, evaluator, knowledge, isWrapper).emissions.length > 0,
    );
    reachingOfObjects.set(shape, frame, found, mark);
    return found;
  };

  /** Whether a function calls an argument of this call that leads to something described. */
  const reachesByArgument = (called: FunctionValue, call: () => Term, within: Frame): boolean => {
    const indexes = calledIn(called);
    const term = indexes.length === 0 ? undefined : call();
    if (term?.kind !== 'call') return false;
    const given = frameOfCall(called, term, within).arguments.get(called.id)?.list ?? [];
    return indexes.some(({ kind, index, path }) => {
      const argument = argumentAt(given, index);
      return (
        argument !== undefined &&
        argument !== 'open' &&
        leadsSomewhere({ kind, term: memberTerm(argument.value, path) }, argument.frame ?? within)
      );
    });
  };

  /** Whether a function calls something by a known name of what it is given: what hands it a storage keeps something. */
  const callsOfGiven = (called: FunctionValue): boolean =>
    calledIn(called).some(
      ({ kind, path: [name] }) =>
        name !== undefined && (typeof name === 'string' ? knowledge.isRelevantName(name) : kind === 'assignment'),
    );

  const calledIn = (called: FunctionValue): readonly CalledParameter[] => {
    const shape = called.frame.module.function(called.id);
    const indexes = calledIndexes.get(shape) ?? calledParameters(called);
    calledIndexes.set(shape, indexes);
    return indexes;
  };

  const leadsSomewhere = (given: Target, within: Frame): boolean =>
    describeTarget(given, within, evaluator, knowledge, isWrapper).emissions.length > 0 ||
    (given.kind === 'call' && functionsOf(given.term, within, evaluator).some((called) => reaches(called, levels)));

  return {
    functions: (callee, within, call) =>
      mayBeWrapper(callee, within, isWrapper, trace) || handsOver(callee, within, call)
        ? functionsOf(callee, within, evaluator).filter(
            (called) => reaches(called, levels) || reachesByObject(called) || reachesByArgument(called, call, within),
          )
        : [],
    refresh() {
      reaching.refresh();
      reachingOfObjects.refresh();
    },
  };
}

/** The parameters that a function calls or assigns to, and those of which it calls a method. */
function calledParameters(called: FunctionValue): readonly CalledParameter[] {
  return called.frame.module.targetsIn(called.id).flatMap((target) => calledParameter(target, called) ?? []);
}
