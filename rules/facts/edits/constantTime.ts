import type { LiveModule } from '../../resolve/module/module';
import {
  isElementAccessExpression,
  isIdentifier,
  isNonNullExpression,
  isPropertyAccessExpression,
  isStringLiteral,
  isTemplateExpression,
  type Node,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { Edit } from '../../text/edit';
import { importedCall } from './moduleImport';

/** Two values, and what is known of each. */
export interface Equality {
  readonly node: Node;
  readonly sides: readonly [Side, Side];
  readonly isDifferent: boolean;
  /** Both are buffers, not texts. */
  readonly areBytes: boolean;
}

interface Side {
  readonly node: Node;
  /** It is certainly a text; else a header may be absent, or a list. */
  readonly isText: boolean;
}

/** The edits that make a comparison take the same time whatever is compared; `undefined` where a side may not be read twice. */
export function constantTimeEdits(equality: Equality, module: LiveModule): readonly Edit[] | undefined {
  const { node, sides, isDifferent, areBytes } = equality;
  if (module.runtimes.isEdge() || !sides.every((side) => isRepeatable(side.node))) return undefined;
  const call = importedCall('crypto', 'timingSafeEqual', module);
  if (call === undefined) return undefined;
  const [left, right] = sides.map((side) => textOf(side.node, module)) as [string, string];
  const code = areBytes
    ? `${left}.length === ${right}.length && ${call.callee}(${left}, ${right})`
    : [
        ...sides.flatMap((side) =>
          isCertainText(side) ? [] : [`typeof ${textOf(side.node, module)} === ${quoted('string', module)}`],
        ),
        `Buffer.byteLength(${left}) === Buffer.byteLength(${right})`,
        `${call.callee}(Buffer.from(${left}), Buffer.from(${right}))`,
      ].join(' && ');
  const text = isDifferent ? `!(${code})` : needsParentheses(node) ? `(${code})` : code;
  return [...call.edits, { file: module.file, span: spanOf(node, module.tree), text }];
}

function isCertainText({ node, isText }: Side): boolean {
  return isText || isTemplateExpression(node);
}

function quoted(text: string, { quote }: LiveModule): string {
  return `${quote}${text}${quote}`;
}

function textOf(node: Node, { tree }: LiveModule): string {
  const { start, end } = spanOf(node, tree);
  return tree.text.slice(start, end);
}

/** What can be read again without doing anything twice, and keeps the type that a test of it has shown. */
function isRepeatable(node: Node): boolean {
  if (isIdentifier(node) || node.kind === SyntaxKind.ThisKeyword) return true;
  if (isPropertyAccessExpression(node) || isNonNullExpression(node)) return isRepeatable(node.expression);
  if (isElementAccessExpression(node)) return isStringLiteral(node.argumentExpression) && isRepeatable(node.expression);
  return isTemplateExpression(node) && node.templateSpans.every(({ expression }) => isRepeatable(expression));
}

/** `&&` binds tighter than what may stand around a comparison, but for these. */
function needsParentheses({ parent }: Node): boolean {
  switch (parent.kind) {
    case SyntaxKind.BinaryExpression: {
      const { operatorToken } = parent as Node & { operatorToken: Node };
      const { kind } = operatorToken;
      return !isLoose(kind);
    }
    case SyntaxKind.PrefixUnaryExpression:
    case SyntaxKind.AwaitExpression:
    case SyntaxKind.AsExpression:
    case SyntaxKind.SatisfiesExpression:
    case SyntaxKind.PropertyAccessExpression:
      return true;
    default:
      return false;
  }
}

function isLoose(operator: SyntaxKind): boolean {
  return (
    operator === SyntaxKind.AmpersandAmpersandToken ||
    operator === SyntaxKind.BarBarToken ||
    operator === SyntaxKind.EqualsToken ||
    operator === SyntaxKind.CommaToken
  );
}
