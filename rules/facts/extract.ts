import type { Runtime } from '../resolve/around/runtime';
import type { Evaluator } from '../resolve/evaluate/evaluate';
import { moduleFrame } from '../resolve/evaluate/frames';
import { boundFrame } from '../resolve/evaluate/given';
import { LACK } from '../resolve/evaluate/memory';
import type { Frame, FunctionValue } from '../resolve/evaluate/value';
import { calleeOf, calleeTerm, lastNameOf } from '../resolve/lower/indirectCalls';
import type { Action } from '../resolve/module/actions';
import type { Aftermath } from '../resolve/module/aftermath';
import type { LiveModule } from '../resolve/module/module';
import { untouchedBy } from '../resolve/scope/edited';
import { startsInWorkspace } from '../resolve/scope/scope';
import { isCallExpression, isNewExpression, type Node } from '../syntax';
import { createActionFacts, type Report } from './actionFacts';
import { asWrittenByPage } from './around/pageCookie';
import { verdictUse } from './around/verdictUse';
import { createBehindCalls, MAX_LEVELS, type Way } from './behindCalls';
import { calleeSpanOf } from './display';
import { statementAround } from './edits/statement';
import type { Knowledge } from './knowledge';
import type { FindDependency } from './match';
import type { Fact, FactOf } from './schema';
import type { VerdictUse } from './schema/uses';
import { framesOf } from './values/elements';
import { type IsWrapper, isChosenByName, mayBeDescribed } from './workspace/callees';
import { makerOf } from './workspace/makers';
import { createReaching } from './workspace/reaching';
import { createRegistrations } from './workspace/registrations';

/** What extracting facts asks for. */
export interface Extraction {
  readonly module: LiveModule;
  readonly evaluator: Evaluator;
  readonly knowledge: Knowledge;
  readonly findDependency: FindDependency;
  readonly isWrapper: IsWrapper | undefined;
}

/** What was found at one place of the file, and how many actions were looked at for it. */
interface Kept {
  readonly facts: readonly Fact[];
  readonly looked: number;
}

/** Where nothing was found in a text: for the analysis of the next text of the same document, whose tree has the nodes. */
export interface Nothing {
  readonly text: string;
  /** How many actions were looked at for each. */
  readonly looked: ReadonlyMap<Node, number>;
}

/** Finds the facts of one document. What it found at a place without lacking anything is kept. */
export interface Extractor {
  /** Every fact of the file, in source order: what it does itself, and what the functions it calls do with what it gives. */
  facts(): readonly Fact[];
  /** What a function does with its parameters, as far as it tells by itself. */
  factsOfFunction(one: FunctionValue): readonly Fact[];
  /** Whether it does something of that kind. Looks no further than to the first. */
  does(one: FunctionValue, isOfKind: (fact: Fact) => boolean): boolean;
  /** Where it is plain that there is nothing, once the facts were found. */
  nothing(): Nothing;
  /** Whether each place was looked at, in this text. */
  isWhole(): boolean;
  /** The packages that the file registers with their frameworks. */
  registers(): readonly string[];
  /** To be called when the world may answer more than before. */
  refresh(): void;
}

/** Where there was nothing `before` an edit, nothing is looked for that the edit cannot have brought, as far as names tell. */
export function createExtractor(extraction: Extraction, before?: Nothing): Extractor {
  const { module, evaluator, knowledge, isWrapper } = extraction;
  const kept = new Map<Node, Kept>();
  const isUntouched = before && untouchedBy({ tree: module.tree, scope: module.scope, before: before.text });
  let isWhole = true;
  const { trace } = evaluator;
  const registrations = createRegistrations(module, evaluator, knowledge);
  const reaching = createReaching(evaluator, knowledge, isWrapper, MAX_LEVELS);
  const { at: factsAt, writesText } = createActionFacts(extraction, registrations);
  const behindCalls = createBehindCalls(evaluator, reaching, factsAt);
  const { factsBehind, effectsBehind, factsOfEffect } = behindCalls;

  /** A look at the callee alone: most calls have nothing to do with any library described, nor with a function that has. */
  const mayBeFact = (node: Node, frame: Frame): boolean => {
    if (!isCallExpression(node) && !isNewExpression(node)) return true;
    const called = calleeOf(node);
    // Without an index nobody has noted which functions of a store are called by their names.
    if (isWrapper === undefined && evaluator.apis.namedCallsBy(lastNameOf(called) ?? '').length > 0) return true;
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
    behindCalls.setLooked(0);
    return sites().flatMap((node) => {
      const known = kept.get(node) ?? takenOver(node);
      const looked = behindCalls.looked();
      if (known !== undefined) {
        behindCalls.setLooked(looked + known.looked);
        return known.facts;
      }
      const mark = trace.mark();
      const found = mayBeFact(node, frame) ? factsOfSite(node, frame) : [];
      if (!trace.since(mark).includes(LACK)) kept.set(node, { facts: found, looked: behindCalls.looked() - looked });
      return found;
    });
  };

  const takenOver = (node: Node): Kept | undefined => {
    const looked = before?.looked.get(node);
    if (looked === undefined || isUntouched?.(node) !== true) return undefined;
    const nothing = { facts: [], looked };
    kept.set(node, nothing);
    isWhole = false;
    return nothing;
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
    nothing() {
      const looked = new Map<Node, number>();
      for (const [node, one] of kept) if (one.facts.length === 0) looked.set(node, one.looked);
      return { text: module.tree.text, looked };
    },
    isWhole: () => isWhole,
    registers: registrations.packages,
    refresh() {
      for (const one of [reaching, registrations, evaluator, behindCalls]) one.refresh();
    },
  };
}

/** Whether a callee shows a name that leads somewhere. */
function showsName(callee: Node, knowledge: Knowledge, isWrapper: IsWrapper | undefined): boolean {
  const last = lastNameOf(callee);
  return last !== undefined && (knowledge.isRelevantName(last) || isWrapper?.(last) === true);
}
