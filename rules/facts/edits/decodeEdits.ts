import type { LiveModule } from '../../resolve/module/module';
import { siteAt } from '../../resolve/scope/scope';
import { enclosing } from '../../resolve/scope/surroundings';
import {
  type CallExpression,
  isCallExpression,
  isClassLike,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  type Node,
  SyntaxKind,
  spanOf,
  walk,
} from '../../syntax';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Fact, FactOf } from '../schema';

/** Gives what reads a token unverified the edits that verify it as the file does elsewhere, with the same library. */
export function withVerification(facts: readonly Fact[], module: LiveModule): readonly Fact[] {
  if (!facts.some(({ kind }) => kind === 'TokenDecode')) return facts;
  const verifications = facts.flatMap((fact) => (fact.kind === 'TokenVerify' && isExample(fact) ? fact : []));
  if (verifications.length === 0) return facts;
  return facts.map((fact) =>
    fact.kind === 'TokenDecode' ? { ...fact, replacement: replacementFor(fact, verifications, module) } : fact,
  );
}

/** It stands in the file, throws at a bad token, gives the claims of a good one, and says by which algorithms. */
function isExample({ via, guarded, use, attributes: { algorithms, verdict } }: FactOf<'TokenVerify'>): boolean {
  if (via.length > 0 || guarded || use === undefined || use.result === 'dropped') return false;
  const isListed =
    algorithms.complete &&
    algorithms.values.every(({ source, value }) => source === 'written' && typeof value !== 'string');
  return verdict.constant === 'throws' && isListed && algorithms.values.length === 1;
}

function replacementFor(
  { via, span, package: library }: FactOf<'TokenDecode'>,
  verifications: readonly FactOf<'TokenVerify'>[],
  module: LiveModule,
): readonly Edit[] | undefined {
  const decode = via.length > 0 ? undefined : callAt(span, module);
  const [token, ...options] = decode?.arguments ?? [];
  if (
    decode === undefined ||
    token === undefined ||
    options.some((one) => one.getText(module.tree).includes('complete'))
  ) {
    return undefined;
  }
  const codes = verifications.flatMap((verification) => {
    const verify = verification.package === library ? callAt(verification.span, module) : undefined;
    const [, ...rest] = verify?.arguments ?? [];
    if (verify === undefined) return [];
    const isWhole = rest.length > 0 && rest.length <= 2;
    if (!isWhole || ![verify.expression, ...rest].every((one) => meansTheSame(one, decode, module))) return '';
    const text = (node: Node): string => node.getText(module.tree);
    return `${text(verify.expression)}(${[token, ...rest].map(text).join(', ')})`;
  });
  // Several keys are for several kinds of tokens.
  const [code, ...others] = new Set(codes);
  if (!code || others.length > 0) return undefined;
  return [{ file: module.file, span: spanOf(decode, module.tree), text: code }];
}

function callAt(span: Span, { scope, tree }: LiveModule): CallExpression | undefined {
  const site = siteAt(span, scope, tree);
  return site !== undefined && isCallExpression(site) ? site : undefined;
}

/** Whether every name in an expression stands for the same at another place, and is not the function's own. */
function meansTheSame(expression: Node, at: Node, { scope }: LiveModule): boolean {
  let isSame = true;
  walk(expression, (node) => {
    if (node.kind === SyntaxKind.ThisKeyword) isSame &&= enclosing(node, isClassLike) === enclosing(at, isClassLike);
    if (!isIdentifier(node) || isPropertyName(node)) return;
    const declared = scope.find(node.text, node);
    isSame &&= declared === scope.find(node.text, at) && (declared !== undefined || node.text === 'process');
  });
  return isSame;
}

function isPropertyName(node: Node): boolean {
  const { parent } = node;
  return (isPropertyAccessExpression(parent) || isPropertyAssignment(parent)) && parent.name === node;
}
