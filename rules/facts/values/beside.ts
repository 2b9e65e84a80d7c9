import type { Where } from '../../models/model';
import { type ApiValue, only, UNKNOWN, union, type ValueSet } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import { enclosing } from '../../resolve/scope/surroundings';
import {
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isElementAccessExpression,
  isExpressionStatement,
  isFunctionLike,
  isPropertyAccessExpression,
  isWithin,
  type Node,
  spanOf,
} from '../../syntax';
import type { Span } from '../../text/span';
import type { StatementSite } from '../schema/sites';
import { isReported, type Site } from '../site';
import type { Location } from './locations';

/**
 * What the function in which a site stands assigns to another member of the site's receiver: `session.httpOnly = true` beside
 * `session.value = token`. Not known where other code may set it: a method that is called on the receiver, or a function that
 * gets it.
 */
export function locateBeside({ member, unit }: Where & { from: 'beside' }, site: Site): Location {
  const receiver = site.callee?.receiver;
  const own = site.isDirect ? nodeOf(site) : undefined;
  if (receiver === undefined || own === undefined) return { set: UNKNOWN, span: undefined, site: undefined };
  const { report, evaluator, frame } = site;
  const isReceiver = (term: Term): boolean =>
    evaluator.evaluate(term, frame).possible.some(({ value }) => isSame(value, receiver));

  const owner = enclosing(own, isFunctionLike);
  let set: ValueSet = only({ kind: 'absent' }, { file: report.file, span: site.calleeSpan });
  let found: { readonly span: Span; readonly value: Span } | undefined;
  for (const node of report.scope.sites) {
    if (node === own || enclosing(node, isFunctionLike) !== owner) continue;
    const term = report.action(node)?.term;
    if (term === undefined) continue;
    if (term.kind === 'call') {
      const { callee, arguments: given } = term;
      const isSet = callee.kind === 'member' && isReceiver(callee.object);
      if (isSet || given.some(({ value }) => value.kind !== 'function' && isReceiver(value)))
        set = union([set, UNKNOWN]);
    } else if (term.target.key === member && isReceiver(term.target.object)) {
      const written = evaluator.evaluate(term.value, frame);
      // The response is made when the handler is done: an assignment further down counts as well.
      set = isOnWay(node, own) ? written : union([set, written, UNKNOWN]);
      found = { span: term.span, value: term.value.span };
    }
  }
  const base = { file: report.file, quote: report.quote, unit } as const;
  if (found === undefined) {
    const below = statementBelow(own, site);
    return { set, span: undefined, site: below && { ...base, ...below, target: `${below.target}.${member}` } };
  }
  const written = { ...base, span: found.value } as const;
  return {
    set,
    span: isReported(frame, site) ? found.span : site.calleeSpan,
    site: set.complete ? { kind: 'value', ...written, key: '', shorthand: false } : undefined,
  };
}

function isSame(value: { readonly kind: string }, { module, path, key }: ApiValue): boolean {
  const one = value as ApiValue;
  return value.kind === 'api' && one.module === module && one.path === path && one.key === key;
}

/** Whether whoever comes to `own` comes to the statement as well. */
function isOnWay(node: Node, own: Node): boolean {
  return isWithin(own, node.parent.parent);
}

/** Where a statement goes that assigns to another member, below the one that does. */
function statementBelow(
  own: Node,
  { report: { tree } }: Site,
): Pick<StatementSite, 'kind' | 'offset' | 'indent' | 'target'> | undefined {
  const statement = own.parent;
  if (!isBinaryExpression(own) || !(isPropertyAccessExpression(own.left) || isElementAccessExpression(own.left)))
    return undefined;
  if (!isExpressionStatement(statement) || !isBlock(statement.parent)) return undefined;
  const { start, end } = spanOf(statement, tree);
  const receiver = spanOf(own.left.expression, tree);
  const indent = /(?:\r\n|\n)[ \t]*$/.exec(tree.text.slice(Math.max(0, start - 200), start))?.[0];
  const isEnded = tree.text[end - 1] === ';';
  if (indent === undefined || !isEnded) return undefined;
  return { kind: 'statement', offset: end, indent, target: tree.text.slice(receiver.start, receiver.end) };
}

function nodeOf({ action: { term }, report }: Site): Node | undefined {
  return report.scope.sites.find(
    (one) => one.end === term.span.end && isCallExpression(one) === (term.kind === 'call') && starts(one, term.span),
  );

  function starts(one: Node, { start }: Span): boolean {
    return spanOf(one, report.tree).start === start;
  }
}
