import type { Runtime } from '../resolve/around/runtime';
import type { Frame } from '../resolve/evaluate/value';
import type { Action } from '../resolve/module/actions';
import type { Span } from '../text/span';
import { attributesOf } from './attributes';
import { displayOf } from './display';
import type { Extraction } from './extract';
import type { OwnedEmission } from './knowledge';
import { describe, isInBand, isTriggered } from './match';
import type { Fact } from './schema';
import type { Site } from './site';
import type { FramedTerm } from './values/chain';
import { eachOfList, sitesOf } from './values/handedLists';
import { valuesAt } from './values/settings';
import type { Registrations } from './workspace/registrations';
import { runtimeOf } from './workspace/runtimes';

/** The call in the file under analysis, as every site that it leads to reports it. */
export interface Report extends Pick<Site, 'evaluator' | 'report' | 'span' | 'calleeSpan' | 'isDirect' | 'outer'> {
  /** The statement that does nothing else, where it does this itself. */
  readonly statement?: Span | undefined;
  /** Where that call runs. */
  runtime(): Runtime;
}

/** Something that models describe, and that is done. */
interface Triggered extends OwnedEmission {
  readonly site: Site;
}

/** What one action is, whatever the functions do that it calls. */
export interface ActionFacts {
  /** The facts that a described action is, as its own function tells them. */
  at(action: Action, within: Frame, report: Report): readonly Fact[];
  /** Whether an action plainly writes a cookie, whose text is not known by itself: a caller may give it. */
  writesText(action: Action, within: Frame, report: Report): boolean;
}

/** Reads the facts that models describe. */
export function createActionFacts(extraction: Extraction, registrations: Registrations): ActionFacts {
  const { module, evaluator, knowledge, findDependency, isWrapper } = extraction;

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

  return {
    at: (action, within, report) =>
      eachOfList(action.term, within, evaluator, knowledge)?.flatMap(({ term, frame }) =>
        factsOfOne({ ...action, term }, frame, { ...report, statement: undefined }),
      ) ?? factsOfOne(action, within, report),
    writesText: (action, within, report) =>
      triggeredAt(action, within, report).some(
        ({ emission: { at, cookieText }, site }) =>
          cookieText !== undefined &&
          !('method' in at && at.when === undefined) &&
          !valuesAt(cookieText, site).complete,
      ),
  };
}
