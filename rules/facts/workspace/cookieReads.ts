import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import type { FunctionValue } from '../../resolve/evaluate/value';
import type { LiveModule } from '../../resolve/module/module';
import { callerChoosesAt, pageCookieReads, textNames } from '../../resolve/module/pageCookies';
import { siteAt } from '../../resolve/scope/scope';
import { isCallExpression, type Node, nodeAt, spanOf } from '../../syntax';
import type { Span } from '../../text/span';
import type { CookieRead } from '../../world';
import type { Fact } from '../schema';
import { functionsOf, type IsWrapper, mayBeWrapper } from './callees';

interface Code {
  readonly module: LiveModule;
  readonly evaluator: Evaluator;
  readonly isWrapper: IsWrapper | undefined;
}

/** The cookies that a file reads in a page: through a library, off `document.cookie`, or by a function that does either. */
export function cookieReads(code: Code, facts: readonly Fact[]): readonly CookieRead[] {
  return [...throughLibraries(facts, code.module), ...offThePage(code.module), ...throughHelpers(code)];
}

/** Whether a function reads a cookie of the page that its callers name. */
export function readsPageCookies({ id, frame }: FunctionValue): boolean {
  return frame.module.function(id).readsPageCookies === true;
}

function throughLibraries(facts: readonly Fact[], module: LiveModule): readonly CookieRead[] {
  return facts.flatMap((fact): readonly CookieRead[] => {
    if (fact.kind !== 'CookieRead' || fact.runtime === 'server') return [];
    const { span, attributes } = fact;
    const known = attributes.name.values.map(({ value }) => value);
    if (known.length > 0 && attributes.name.complete) return named(known, span);
    const call = siteAt(span, module.scope, module.tree) ?? nodeAt(module.tree, span.start);
    // Its callers read the cookie, by the name that they give.
    if (call !== undefined && callerChoosesAt(call, module.tree) !== undefined) return [];
    const parts = module.partsReadAt(span);
    return named([...known, ...(parts.length > 0 ? parts : namesGiven(call, module))], span);
  });
}

function offThePage(module: LiveModule): readonly CookieRead[] {
  return pageCookieReads(module.tree).flatMap(({ span, helper, names }) =>
    helper === undefined ? named(names, span) : [],
  );
}

/** Calls of functions that read `document.cookie`, under the name that they are given. */
function throughHelpers({ module, evaluator, isWrapper }: Code): readonly CookieRead[] {
  const frame = moduleFrame(module);
  return module.scope.sites.flatMap((site): readonly CookieRead[] => {
    if (!isCallExpression(site) || site.arguments.length === 0) return [];
    const callee = module.lower(site.expression);
    if (callee.kind === 'function' || !mayBeWrapper(callee, frame, isWrapper, evaluator.trace)) return [];
    if (!functionsOf(callee, frame, evaluator).some(readsPageCookies)) return [];
    const names = site.arguments.flatMap((argument) =>
      evaluator
        .evaluate(module.lower(argument), frame)
        .possible.flatMap(({ value }) =>
          value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [],
        ),
    );
    return named(names, spanOf(site, module.tree));
  });
}

function namesGiven(call: Node | undefined, { tree }: LiveModule): readonly string[] {
  if (call === undefined || !isCallExpression(call)) return [];
  return call.arguments.flatMap((argument) => textNames(argument, tree));
}

/** Where no name is known, it may be any. */
function named(names: readonly string[], span: Span): readonly CookieRead[] {
  return names.length === 0 ? [{ name: undefined, span }] : names.map((name) => ({ name, span }));
}
