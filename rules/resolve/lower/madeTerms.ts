import type { Span } from '../../text/span';
import type { CallTerm, ElementTerm, MemberEntry, ObjectLayout, ObjectTerm, Term } from './term';

// Terms for what is written in another form: a tag is a call, an enum an object.

/** A call of a function, as far as it is known what that is given. */
export function callTerm(callee: Term, given: readonly ElementTerm[], span: Span): CallTerm {
  return { kind: 'call', callee, arguments: given, isNew: false, argumentsSpan: undefined, isClosed: true, span };
}

/** What is given to a call, or stands in a list. */
export function elementTerm(value: Term, span: Span = value.span): ElementTerm {
  return { value, span, spread: false };
}

/** An object of members. */
export function objectTerm(members: readonly MemberEntry[], span: Span): ObjectTerm {
  return { kind: 'object', members, layout: plainLayout(span.end), span };
}

/** A member of an object, whose value has no place of its own. */
export function memberEntry(key: string, value: Term, span: Span = value.span): MemberEntry {
  return { kind: 'property', key, value, span, shorthand: true };
}

/** The layout of an object on one line that ends there, without anything behind its last member. */
export function plainLayout(end: number): ObjectLayout {
  return { end, trailingComma: false, isClosed: true, commentEnd: undefined, lineBreak: undefined };
}
