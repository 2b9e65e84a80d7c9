import {
  isComputedPropertyName,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  type Node,
  type ObjectLiteralExpression,
  type PropertyName,
  type SourceFile,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { Span } from '../../text/span';
import type { LoweringContext } from './lower';
import { lowerName } from './lowerName';
import { callTerm, plainLayout } from './madeTerms';
import type { CallTerm, MemberEntry, ObjectTerm, Term } from './term';

/** The members of an object literal, and where an edit would add one. */
export function lowerObject(node: ObjectLiteralExpression, span: Span, context: LoweringContext): ObjectTerm {
  const members: MemberEntry[] = [];
  for (const property of node.properties) {
    const entry = spanOf(property, context.tree);
    if (isSpreadAssignment(property)) {
      members.push({ kind: 'spread', value: context.lower(property.expression), span: entry });
    } else if (isPropertyAssignment(property)) {
      const value = context.lower(property.initializer);
      members.push({ kind: 'property', key: lowerKey(property.name, context), value, span: entry, shorthand: false });
    } else if (isShorthandPropertyAssignment(property)) {
      const value = lowerName(property.name.text, property, entry, context);
      members.push({ kind: 'property', key: property.name.text, value, span: entry, shorthand: true });
    } else {
      const value = lowerMethod(property, entry, context);
      members.push({ kind: 'property', key: lowerKey(property.name, context), value, span: entry, shorthand: true });
    }
  }
  return { kind: 'object', members, layout: layoutOf(node, context.tree), span };
}

/** A method is a function, a getter what calling it gives; what a setter is asked for is not known. */
function lowerMethod(node: Node, span: Span, context: LoweringContext): Term {
  if (node.kind === SyntaxKind.SetAccessor) return { kind: 'unknown', span };
  const method: Term = { kind: 'function', id: context.functionId(node), span };
  return node.kind === SyntaxKind.GetAccessor ? readOf(method) : method;
}

/** What reading a getter gives. */
export function readOf(getter: Term): CallTerm {
  return callTerm(getter, [], getter.span);
}

function layoutOf(node: ObjectLiteralExpression, tree: SourceFile): ObjectTerm['layout'] {
  const { properties } = node;
  const [first] = properties;
  const open = node.getStart(tree) + 1;
  const trailingComma = properties.hasTrailingComma === true;
  const isClosed = node.end > properties.end && tree.text[node.end - 1] === '}';
  if (first === undefined) return { ...plainLayout(open), isClosed };
  const before = /(\r?\n[ \t]*)$/.exec(tree.text.slice(open, first.getStart(tree)));
  const { end } = properties;
  const comment = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*\*\/[ \t]*(?=[\r\n]))/.exec(tree.text.slice(end, end + 500));
  const commentEnd = comment === null ? undefined : end + comment[0].length;
  return { end, trailingComma, isClosed, commentEnd, lineBreak: before?.[1] };
}

/** A property's key, or the term that computes it. */
export function lowerKey(name: PropertyName, context: LoweringContext): string | Term {
  if (!isComputedPropertyName(name)) return name.text;
  const key = context.lower(name.expression);
  return isKey(key) ? String(key.value) : key;
}

/** Whether a term is a key that is written. */
export function isKey(term: Term): term is Term & { kind: 'literal'; value: string | number } {
  return term.kind === 'literal' && (typeof term.value === 'string' || typeof term.value === 'number');
}
