import {
  isArrayLiteralExpression,
  isArrowFunction,
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  type Node,
  spanOf,
  withoutWrappers,
} from '../../syntax';
import type { LoweringContext } from './lower';
import { callTerm, elementTerm, memberEntry, objectTerm } from './madeTerms';
import { memberTerm } from './operands';
import { PASSING } from './shapes';
import type { CallTerm, ElementTerm, Term } from './term';

// A stream is what it gives, as a promise is what it holds: waiting leaves no trace. What holds a value that changes (a
// subject, a store, a ref) has it as its `value`.

/** Operators that give on what their function makes of a value. */
const MAPPING = new Set(['map', 'switchMap', 'mergeMap', 'concatMap', 'exhaustMap']);
/** Those whose function gets each value. */
const GETTING = new Set([...MAPPING, 'tap', 'filter']);
/** Calls that make something with a value that changes. */
const HOLDERS = new Set(['BehaviorSubject', 'ReplaySubject', 'Subject', 'writable', 'ref', 'shallowRef']);
/** Calls whose second function gets what the first gives, each time that changes: of Vue, of mobx. */
const WATCHING = new Set(['watch', 'reaction']);
/** Hooks that give what a function picks of a state. */
const SELECTING = /^use(?:\w*Selector|\w+Store)$/;

/** The function that gets what the call is about: `stream.subscribe(f)`, `tap(f)`, `watch(ref, f)`, `useSelector(f)`. */
export function receiverOf(call: Node): Node | undefined {
  if (!isCallExpression(call)) return undefined;
  const { expression: callee, arguments: list } = call;
  const [first, second] = list;
  if (first === undefined) return undefined;
  if (isPropertyAccessExpression(callee)) {
    return callee.name.text === 'subscribe' ? callable(valueIn(first, 'next') ?? first) : undefined;
  }
  if (!isIdentifier(callee)) return undefined;
  const { text } = callee;
  if (GETTING.has(text)) return pipeAround(call) === undefined ? undefined : callable(first);
  if (WATCHING.has(text)) return second && callable(second);
  if (text === 'useMutation') return requestOf(call)?.receiver;
  return text.startsWith('use') && SELECTING.test(text) && picks(withoutWrappers(first), text)
    ? callable(first)
    : undefined;
}

/** `useMutation({ mutationFn, onSuccess })`, and as it was before: `useMutation(mutationFn, { onSuccess })`. */
function requestOf(call: Node): { readonly request: Node; readonly receiver: Node } | undefined {
  if (!isCallExpression(call)) return undefined;
  const [first, second = first] = call.arguments;
  const request = first === second ? valueIn(first, 'mutationFn') : first;
  const receiver = valueIn(second, 'onSuccess');
  const [made, getting] = [request && callable(request), receiver && callable(receiver)];
  return made !== undefined && getting !== undefined ? { request: made, receiver: getting } : undefined;
}

/** Stores are made with functions too: what picks of a state is `(state) => state.part`, or a selector. */
function picks(value: Node, hook: string): boolean {
  if (hook.endsWith('Selector')) return true;
  return isArrowFunction(value) && value.parameters.length === 1 && isPropertyAccessExpression(value.body);
}

function callable(node: Node): Node | undefined {
  const value = withoutWrappers(node);
  return isFunctionLike(value) || isIdentifier(value) || isPropertyAccessExpression(value) ? value : undefined;
}

/** `{ next: (value) => … }` of an observer. */
function valueIn(options: Node | undefined, key: string): Node | undefined {
  if (options === undefined || !isObjectLiteralExpression(options)) return undefined;
  const own = options.properties.find(({ name }) => name !== undefined && isIdentifier(name) && name.text === key);
  if (own === undefined) return undefined;
  if (isPropertyAssignment(own)) return own.initializer;
  return isShorthandPropertyAssignment(own) ? own.name : own;
}

interface PipeCall {
  readonly source: Node;
  readonly operators: readonly Node[];
}

function pipeOf(call: Node): PipeCall | undefined {
  if (!isCallExpression(call) || !isPropertyAccessExpression(call.expression)) return undefined;
  const { expression: source, name } = call.expression;
  return name.text === 'pipe' ? { source, operators: call.arguments } : undefined;
}

function pipeAround(operator: Node): PipeCall | undefined {
  const pipe = operator.parent === undefined ? undefined : pipeOf(operator.parent);
  return pipe?.operators.includes(operator) === true ? pipe : undefined;
}

/** What a function gets that `receiverOf` finds; `undefined` where that is not known. */
export function receivedBy(call: Node, context: LoweringContext): Term | undefined {
  if (!isCallExpression(call)) return undefined;
  const { expression: callee, arguments: list } = call;
  const [first] = list;
  if (isPropertyAccessExpression(callee)) return heldBy(callee.expression, context);
  const pipe = pipeAround(call);
  if (pipe !== undefined) return piped(pipe.source, pipe.operators.slice(0, pipe.operators.indexOf(call)), context);
  const request = isIdentifier(callee) && callee.text === 'useMutation' ? requestOf(call)?.request : undefined;
  if (request !== undefined) {
    return callWith(request, [{ kind: 'unknown', span: spanOf(request, context.tree) }], context);
  }
  const isWatch = isIdentifier(callee) && WATCHING.has(callee.text);
  return isWatch && first !== undefined ? watched(first, context) : undefined;
}

/** What `source.pipe(…)` gives; `undefined` where one of the operators is not known. */
export function lowerPipe(call: Node, context: LoweringContext): Term | undefined {
  const pipe = pipeOf(call);
  return pipe === undefined || pipe.operators.length === 0 ? undefined : piped(pipe.source, pipe.operators, context);
}

function piped(source: Node, operators: readonly Node[], context: LoweringContext): Term | undefined {
  const maps: Node[] = [];
  for (const operator of operators) {
    if (!isCallExpression(operator) || !isIdentifier(operator.expression)) return undefined;
    const { text } = operator.expression;
    const [mapper] = operator.arguments;
    if (MAPPING.has(text) && mapper !== undefined) maps.push(mapper);
    else if (!PASSING.has(text)) return undefined;
  }
  let value = heldBy(source, context);
  for (const map of maps) value = callWith(map, [value], context, operators[0]?.parent);
  return value;
}

/** What a stream gives, or what something holds that changes. */
function heldBy(stream: Node, context: LoweringContext): Term {
  const node = withoutWrappers(stream);
  const value = context.lower(node);
  const initial = context.findInitializer(node);
  const made = initial && withoutWrappers(initial);
  const { expression: callee } = (made ?? {}) as { expression?: Node };
  const isHolder = callee !== undefined && isIdentifier(callee) && HOLDERS.has(callee.text);
  return isHolder ? memberTerm(value, ['value']) : value;
}

/** What a function gets that watches a ref, what another function gives, or several of these. */
function watched(source: Node, context: LoweringContext): Term {
  const node = withoutWrappers(source);
  if (isFunctionLike(node)) return callWith(node, [], context);
  if (isIdentifier(node)) return memberTerm(context.lower(node), ['value']);
  if (!isArrayLiteralExpression(node)) return context.lower(node);
  const elements = node.elements.map((one): ElementTerm => {
    return elementTerm(watched(one, context), spanOf(one, context.tree));
  });
  return { kind: 'array', elements, span: spanOf(node, context.tree) };
}

/** `computed(() => value)` has the value as its `value`. */
export function lowerComputed(call: Node, context: LoweringContext): Term | undefined {
  if (!isCallExpression(call) || !isIdentifier(call.expression) || call.expression.text !== 'computed')
    return undefined;
  const [getter] = call.arguments;
  if (getter === undefined || !isFunctionLike(getter)) return undefined;
  const span = spanOf(call, context.tree);
  const value = callWith(getter, [], context);
  return objectTerm([memberEntry('value', value)], span);
}

function callWith(callee: Node, values: readonly Term[], context: LoweringContext, written = callee): CallTerm {
  const given = values.map((value) => elementTerm(value));
  return callTerm(context.lower(callee), given, spanOf(written, context.tree));
}
