import {
  isIdentifier,
  isJsxExpression,
  isJsxSpreadAttribute,
  isStringLiteral,
  type JsxAttribute,
  type JsxOpeningLikeElement,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import { callTerm, elementTerm, plainLayout } from '../lower/madeTerms';
import type { CallTerm, MemberEntry, ObjectTerm, Term } from '../lower/term';

/** Whether a node is the tag of a component that is given something: `<Provider domain={domain}>`, not `<div>`. */
export function isComponentTag(node: Node): node is JsxOpeningLikeElement {
  if (node.kind !== SyntaxKind.JsxOpeningElement && node.kind !== SyntaxKind.JsxSelfClosingElement) return false;
  const { tagName, attributes } = node as JsxOpeningLikeElement;
  return attributes.properties.length > 0 && !(isIdentifier(tagName) && /^[a-z]/.test(tagName.text));
}

/** What people call contexts, by which their tags are told from those of components: `<AuthContext value={…}>`. */
export const CONTEXT_NAME = /(?:Context|Ctx)$/;

/** `<Provider a={b} {...c} d />` as the call `Provider({ a: b, ...c, d: true })`. */
export function lowerComponentTag(
  node: JsxOpeningLikeElement,
  lower: (node: Node) => Term,
  tree: SourceFile,
): CallTerm {
  const attributes = lowerAttributes(node, lower, tree);
  return { ...callTerm(lower(node.tagName), [elementTerm(attributes)], spanOf(node, tree)), form: 'tag' };
}

function lowerAttributes(
  { attributes, end }: JsxOpeningLikeElement,
  lower: (node: Node) => Term,
  tree: SourceFile,
): ObjectTerm {
  const span = spanOf(attributes, tree);
  const members = attributes.properties.map((attribute): MemberEntry => {
    const own = spanOf(attribute, tree);
    if (isJsxSpreadAttribute(attribute)) return { kind: 'spread', value: lower(attribute.expression), span: own };
    const key = isIdentifier(attribute.name) ? attribute.name.text : '';
    const shorthand = attribute.initializer === undefined;
    return { kind: 'property', key, value: attributeValue(attribute, lower, tree), span: own, shorthand };
  });
  const isClosed = tree.text[end - 1] === '>';
  return { kind: 'object', members, layout: { ...plainLayout(span.end), isClosed, isElement: true }, span };
}

function attributeValue(attribute: JsxAttribute, lower: (node: Node) => Term, tree: SourceFile): Term {
  const { initializer } = attribute;
  const span = spanOf(attribute, tree);
  if (initializer === undefined) return { kind: 'literal', value: true, span };
  if (isStringLiteral(initializer)) return lower(initializer);
  return isJsxExpression(initializer) && initializer.expression !== undefined
    ? lower(initializer.expression)
    : { kind: 'unknown', span };
}
