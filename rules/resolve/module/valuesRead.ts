import {
  isBinaryExpression,
  isIdentifier,
  isStringLiteral,
  isTemplateExpression,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from '../../syntax';
import type { References } from '../scope/references';
import type { FileScope } from '../scope/scope';
import { namesAround } from '../scope/surroundings';
import { withStandIns } from './partsRead';

/** What code makes of the value that a call gives, as a whole. */
export interface ValueRead {
  /** The name that it gives to the value. */
  readonly name: string | undefined;
  /** It is sent as a bearer's: `Bearer ${token}`. */
  readonly isSent: boolean;
}

export function valueReadAt(call: Node, scope: FileScope, references: References): ValueRead {
  const whole = withStandIns(call);
  const { parent } = whole;
  const isNamed = isVariableDeclaration(parent) && parent.initializer === whole && isIdentifier(parent.name);
  if (!isNamed) return { name: undefined, isSent: followsScheme(whole) };
  const name = parent.name.getText();
  const declaration = scope.find(name, parent.name);
  return { name, isSent: declaration !== undefined && references.to(declaration).some(followsScheme) };
}

/** Whether an expression stands in a text right behind the name of a scheme: `'Bearer ' + token`. */
function followsScheme(node: Node): boolean {
  const before = textBefore(node);
  if (before === undefined || !/\b(?:[Bb]earer|JWT|Token) $/.test(before)) return false;
  // What is shown to people may say `Token`, too.
  return !before.endsWith('Token ') || /authorization/i.test(namesAround(node)[0] ?? '');
}

function textBefore(node: Node): string | undefined {
  const { parent } = node;
  if (parent.kind === SyntaxKind.TemplateSpan && isTemplateExpression(parent.parent)) {
    const { head, templateSpans } = parent.parent;
    const index = (templateSpans as readonly Node[]).indexOf(parent);
    return (index === 0 ? head : templateSpans[index - 1]?.literal)?.text;
  }
  if (!isBinaryExpression(parent) || parent.right !== node) return undefined;
  const { left, operatorToken } = parent;
  return operatorToken.kind === SyntaxKind.PlusToken && isStringLiteral(left) ? left.text : undefined;
}
