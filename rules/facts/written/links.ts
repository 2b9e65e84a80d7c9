import { moduleFrame } from '../../resolve/evaluate/frames';
import {
  isArrayLiteralExpression,
  isArrowFunction,
  isExpressionStatement,
  isIdentifier,
  isJsxExpression,
  isStringLiteralLike,
  type JsxAttribute,
  type JsxOpeningLikeElement,
  type Node,
  SyntaxKind,
  spanOf,
  TEMPLATE_PARAMETER,
  walk,
} from '../../syntax';
import { wordSet } from '../../text/words';
import type { Extraction } from '../extract';
import type { FactOf } from '../schema';
import { parametersOf } from '../values/urlText';
import { mayBuildUrl } from './directGate';
import { writtenAt } from './written';

/** Attributes whose address a browser goes to or loads by itself. */
const ADDRESSES = wordSet('href src to action formAction data poster');
/** What a file shows that holds one: `=>[` is what the parser is given of a template's. */
const ATTRIBUTE = /\b(?:href|src|to|action|formAction|data|poster)\s*=\s*\{|=>\[/;

/** An address that an element gets, and what findings call the place. */
interface Link {
  readonly node: Node;
  readonly address: Node;
  readonly display: string;
}

/** The addresses of links, images and frames that code puts together: in JSX, and in the templates of components. */
export function linksIn({ module, evaluator, knowledge }: Extraction): readonly FactOf<'UrlBuild'>[] {
  const { tree } = module;
  if (!ATTRIBUTE.test(tree.text) || !mayBuildUrl(tree.text)) return [];
  const links: Link[] = [];
  walk(tree, (node) => {
    const link = linkAt(node);
    if (link !== undefined) links.push(link);
  });
  const frame = moduleFrame(module);
  return links.flatMap(({ node, address, display }) =>
    parametersOf(module.lower(address), frame, { evaluator, report: module, knowledge }).map((found) => ({
      kind: 'UrlBuild',
      display,
      ...writtenAt(node, { span: spanOf(address, tree) }, module),
      attributes: { use: { constant: 'navigation' }, ...found },
    })),
  );
}

function linkAt(node: Node): Link | undefined {
  return node.kind === SyntaxKind.JsxAttribute ? jsxLink(node as JsxAttribute) : templateLink(node);
}

/** `<a href={`/file?token=${token}`}>` */
function jsxLink(node: JsxAttribute): Link | undefined {
  const { name, initializer } = node;
  if (!isIdentifier(name) || !ADDRESSES.has(name.text)) return undefined;
  const address = initializer !== undefined && isJsxExpression(initializer) ? initializer.expression : undefined;
  if (address === undefined || isStringLiteralLike(address)) return undefined;
  const { tagName } = node.parent.parent as JsxOpeningLikeElement;
  return { node, address, display: `<${isIdentifier(tagName) ? tagName.text : 'element'} ${name.text}>` };
}

/** What the parser is given of `:href="…"`: a function of the expression. */
function templateLink(node: Node): Link | undefined {
  const made = isExpressionStatement(node) ? node.expression : undefined;
  if (made === undefined || !isArrowFunction(made) || !isArrayLiteralExpression(made.body)) return undefined;
  const [parameter] = made.parameters;
  const [address] = made.body.elements;
  if (parameter === undefined || address === undefined || !isIdentifier(parameter.name)) return undefined;
  return parameter.name.text === TEMPLATE_PARAMETER ? { node: address, address, display: 'template' } : undefined;
}
