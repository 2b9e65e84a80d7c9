import {
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isStringLiteralLike,
  isTemplateExpression,
  type Node,
  SyntaxKind,
  type TemplateExpression,
} from '../../syntax';
import { wordSet } from '../../text/words';

/**
 * The specifier that a path stands for which is put together: beside the file, `path.join(__dirname, 'config')`, or after the
 * environment that the program runs in, `'./env/' + process.env.NODE_ENV`, of which production counts.
 */
export function joinedPath(node: Node): string | undefined {
  const parts = partsOf(node);
  if (parts === undefined || parts.indexOf(HERE, 1) > 0) return undefined;
  if (parts[0] !== HERE) return /^\.\.?\//.test(parts[0] ?? '') ? parts.join('') : undefined;
  const segments: string[] = [];
  for (const segment of parts.slice(1).join('').split('/')) {
    if (segment === '' || segment === '.') continue;
    const last = segments[segments.length - 1];
    if (segment === '..' && last !== undefined && last !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments.length === 0 ? undefined : `${segments[0] === '..' ? '' : './'}${segments.join('/')}`;
}

const HERE = '__dirname';
const PRODUCTION = 'production';
/** Names of what says in which environment a program runs: `NODE_ENV`, `env`, `appEnvironment`. */
const ENVIRONMENT = /^(?:[a-z]+_?)?env(?:ironment)?$/i;
/** Methods that leave of such a name what it is. */
const SPELLINGS = wordSet('toLowerCase trim toString');

/** The texts that make up a path, as far as all of them are written. */
function partsOf(node: Node): readonly string[] | undefined {
  if (isStringLiteralLike(node)) return [node.text];
  if (isIdentifier(node) && node.text === HERE) return [HERE];
  if (isEnvironment(node)) return [PRODUCTION];
  if (isBinaryExpression(node)) {
    const [left, right] = [partsOf(node.left), partsOf(node.right)];
    const isJoined = node.operatorToken.kind === SyntaxKind.PlusToken;
    return isJoined && left !== undefined && right !== undefined ? [...left, ...right] : undefined;
  }
  if (isTemplateExpression(node)) return partsOfTemplate(node);
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return undefined;
  const { expression: holder, name } = node.expression;
  if (!isIdentifier(holder) || holder.text !== 'path' || !/^(?:join|resolve)$/.test(name.text)) return undefined;
  const lists = node.arguments.map(partsOf);
  // `resolve` starts anew where an argument is absolute.
  const isAnew = (list: readonly string[]): boolean => name.text === 'resolve' && list[0]?.startsWith('/') === true;
  if (lists.some((list, index) => list === undefined || (index > 0 && isAnew(list)))) return undefined;
  return lists.flatMap((list = [], index) => (index === 0 ? list : ['/', ...list]));
}

/** `process.env.NODE_ENV`, `env`, `app.get('env')`, what each of them falls back to where nobody says, and its spelling. */
function isEnvironment(node: Node): boolean {
  if (isIdentifier(node)) return ENVIRONMENT.test(node.text);
  if (isPropertyAccessExpression(node)) return isEnvironment(node.name);
  if (isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return (kind === SyntaxKind.BarBarToken || kind === SyntaxKind.QuestionQuestionToken) && isEnvironment(node.left);
  }
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return false;
  if (SPELLINGS.has(node.expression.name.text)) return isEnvironment(node.expression.expression);
  const [asked] = node.arguments;
  return (
    node.expression.name.text === 'get' && asked !== undefined && isStringLiteralLike(asked) && asked.text === 'env'
  );
}

function partsOfTemplate({ head, templateSpans }: TemplateExpression): readonly string[] | undefined {
  const parts = head.text === '' ? [] : [head.text];
  for (const { expression, literal } of templateSpans) {
    const own = partsOf(expression);
    if (own === undefined) return undefined;
    parts.push(...own, literal.text);
  }
  return parts;
}
