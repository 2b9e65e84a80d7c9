import lt from 'semver/functions/lt';
import { moduleFrame } from '../../resolve/evaluate/frames';
import type { FunctionValue } from '../../resolve/evaluate/value';
import { calleeOf } from '../../resolve/lower/indirectCalls';
import { findNode, isCallExpression, isIdentifier, isPropertyAccessExpression, type Node } from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import type { Extraction } from '../extract';
import type { OwnedSession } from '../knowledge';
import { functionsOf } from '../workspace/callees';
import { lastName, sessionOf } from './sessionTerms';

/** What takes the old session away, or makes a new one, by whatever library. */
const REPLACING = wordSet('destroy generate reset cycleId createSession');
/** Functions that are looked into behind a call. */
const MAX_LEVELS = 3;

/** Whether the release in use signs in without a new id. */
export function isOldSignIn({ signsIn, library }: OwnedSession, findDependency: Extraction['findDependency']): boolean {
  const version = signsIn && findDependency(library.package)?.version;
  return version !== undefined && signsIn !== undefined && lt(version, signsIn.renewsSince);
}

/** Whether a session gets another id in a handler, in what the handler calls, or in what answers before it. */
export function isRenewed(handler: Node, extraction: Extraction): boolean {
  const { knowledge } = extraction;
  const names = new Set(knowledge.sessions.flatMap(({ renewedBy = [] }) => renewedBy));
  const signIns = new Set(knowledge.sessions.flatMap(({ signsIn }) => signsIn?.methods ?? []));
  const route = isCallExpression(handler.parent) ? handler.parent : undefined;
  const renewal = findNode(route ?? handler, (node) => {
    if (isPropertyAccessExpression(node) || isIdentifier(node)) {
      const name = lastName(node);
      const isHandled = route?.arguments.some((one) => one === node) === true;
      return names.has(name) || isRenewingName(name) || (isHandled && renewsBehind(node, names, extraction));
    }
    if (!isCallExpression(node)) return false;
    const { expression: callee } = node;
    if (isPropertyAccessExpression(callee)) {
      if (/session/i.test(lastName(callee.expression)) && REPLACING.has(lastName(callee))) return true;
      // A library that signs in renews the session, but in old releases, which are judged by themselves.
      if (signIns.has(lastName(callee))) return isSignIn(callee, extraction);
    }
    return (
      node !== route &&
      isGivenSession(node, extraction) &&
      !isOldMiddleware(node, extraction) &&
      mayRenew(node, names, extraction)
    );
  });
  return renewal !== undefined;
}

/** `regenerateSession`, `rotateSessionId`, `renewSession`. */
function isRenewingName(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => /^(?:regenerate|rotate|renew|refresh|recreate)$/.test(word)) &&
    words.some((word) => word === 'session')
  );
}

function isSignIn(callee: Node, { module: { tree }, knowledge, findDependency }: Extraction): boolean {
  const isLibrary = knowledge.sessions.some(
    (one) =>
      one.signsIn !== undefined && findDependency(one.library.package) != null && !isOldSignIn(one, findDependency),
  );
  return isLibrary && /^_?req(?:uest)?\s*\./.test(callee.getText(tree));
}

/** `passport.authenticate('local', callback)(req, res, next)` of a release that leaves the session as it is. */
function isOldMiddleware(call: Node, { knowledge, findDependency }: Extraction): boolean {
  const { expression: made } = call as Node & { expression: Node };
  if (!isCallExpression(made) || !isPropertyAccessExpression(made.expression)) return false;
  const name = lastName(made.expression);
  return knowledge.sessions.some((one) => one.signsIn?.middleware === name && isOldSignIn(one, findDependency));
}

/** Whether a call is handed the request, or its session. */
function isGivenSession(call: Node, { module: { scope } }: Extraction): boolean {
  const { arguments: given = [] } = call as Node & { arguments?: readonly Node[] };
  return given.some((one) => {
    if (isIdentifier(one) && /^_?(?:req|request|ctx|context)$/.test(one.text)) return true;
    return (isIdentifier(one) || isPropertyAccessExpression(one)) && sessionOf(one, scope) !== undefined;
  });
}

/** What is called is looked into; where it is not known, its name tells. */
function mayRenew(call: Node, names: ReadonlySet<string>, extraction: Extraction): boolean {
  const callee = calleeOf(call);
  const functions = functionsAt(callee, extraction);
  if (functions.length > 0) return functions.some((one) => renews(one, names, extraction, MAX_LEVELS));
  return wordsOf(lastName(callee)).some((word) => /^(?:session|login|signin|auth|authenticate|log|sign)$/.test(word));
}

function renewsBehind(node: Node, names: ReadonlySet<string>, extraction: Extraction): boolean {
  return functionsAt(node, extraction).some((one) => renews(one, names, extraction, MAX_LEVELS));
}

function functionsAt(callee: Node, { module, evaluator }: Extraction): readonly FunctionValue[] {
  return functionsOf(module.lower(callee), moduleFrame(module), evaluator);
}

function renews(
  { id, frame }: FunctionValue,
  names: ReadonlySet<string>,
  extraction: Extraction,
  levels: number,
): boolean {
  return frame.module.targetsIn(id).some(({ kind, term }) => {
    if (kind !== 'call') return false;
    const name = term.kind === 'member' ? term.key : undefined;
    if (typeof name === 'string' && names.has(name)) return true;
    if (levels === 0) return false;
    return functionsOf(term, frame, extraction.evaluator).some((one) => renews(one, names, extraction, levels - 1));
  });
}
