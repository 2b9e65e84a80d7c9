import { only, UNKNOWN, type ValueSet } from '../../resolve/evaluate/value';
import { siteAt } from '../../resolve/scope/scope';
import { isIdentifier, type Node, SyntaxKind, spanOf } from '../../syntax';
import type { Site } from '../site';

/** The name of the member of a class that a call decorates: `@LocalStorage() token: string`. */
export function decoratedName({ call, report, isDirect }: Site): ValueSet {
  if (call === undefined || !isDirect) return UNKNOWN;
  const decorator = siteAt(call.span, report.scope, report.tree)?.parent;
  if (decorator?.kind !== SyntaxKind.Decorator) return UNKNOWN;
  const { name } = decorator.parent as Node & { name?: Node };
  if (name === undefined || !isIdentifier(name)) return UNKNOWN;
  return only({ kind: 'literal', value: name.text }, { file: report.file, span: spanOf(name, report.tree) });
}
