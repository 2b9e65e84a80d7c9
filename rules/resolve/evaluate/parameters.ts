import type { Place } from '../../text/span';
import { isSpreadUpTo } from '../lower/operands';
import type { MemberTerm, Term } from '../lower/term';
import type { GivenType, ParameterBinding, TypeName } from '../module/summary';
import { externalName, parameterOfType } from './annotations';
import { type Evaluator, placeOf } from './evaluate';
import { argumentAt } from './given';
import { partByType } from './memberTypes';
import { valueAsked } from './offers';
import {
  type ApiValue,
  type Frame,
  type GivenArgument,
  incomplete,
  isNothing,
  only,
  UNKNOWN,
  union,
  type ValueSet,
} from './value';

/**
 * What a parameter can hold: what this call passes, else what its type or its place as a handler tells, else what the name
 * of a part of it says.
 */
export function parameterValue(binding: ParameterBinding, frame: Frame, place: Place, evaluator: Evaluator): ValueSet {
  const value = givenValue(binding, frame, place, evaluator);
  const part = binding.path[binding.path.length - 1];
  if (value.complete || value.possible.length > 0 || part === undefined || binding.rest) return value;
  return namedMember(part, frame, place, evaluator) ?? partByType(binding, [], frame, place, evaluator) ?? value;
}

/** What an unknown member of a parameter, or of `this`, is by its name: `context.res`. */
export function conventionalMember(
  object: Term,
  key: string,
  frame: Frame,
  place: Place,
  evaluator: Evaluator,
): ValueSet | undefined {
  if (!evaluator.apis.isConventionalMember(key)) return undefined;
  let root = object;
  while (root.kind === 'member') root = root.object;
  const isParameter = root.kind === 'reference' && frame.module.binding(root.binding).kind === 'parameter';
  return isParameter || root.kind === 'this' ? namedMember(key, frame, place, evaluator) : undefined;
}

function namedMember(key: string, { module }: Frame, place: Place, evaluator: Evaluator): ValueSet | undefined {
  const { apis, world } = evaluator;
  if (!apis.isConventionalMember(key)) return undefined;
  const found = apis.conventionalMember(key, (name) => world.isDependency(name, module.file));
  return found && only({ kind: 'api', ...found, call: undefined, receiver: undefined }, place);
}

function givenValue(binding: ParameterBinding, frame: Frame, place: Place, evaluator: Evaluator): ValueSet {
  const passed = frame.arguments.get(binding.function);
  if (passed !== undefined) {
    const argument = argumentAt(passed.list, binding.index);
    if (argument === 'open') return UNKNOWN;
    if (binding.rest) return restOf(binding, argument, passed.frame, frame, evaluator);
    const value =
      argument === undefined
        ? only({ kind: 'undefined' }, place)
        : evaluator.evaluate(argument.value, argument.frame ?? passed.frame);
    return withDefault(takePath(value, binding.path, place, evaluator), binding, frame, evaluator);
  }
  evaluator.trace.add(frame.module.function(binding.function));
  const given = argumentInPlace(binding, frame, evaluator);
  if (given !== undefined) {
    const value = takePath(evaluator.evaluate(given, frame), binding.path, place, evaluator);
    return withDefault(value, binding, frame, evaluator);
  }
  const api = parameterApi(binding, frame, place, evaluator);
  if (api !== undefined && !binding.rest) return takePath(api, binding.path, place, evaluator);
  // Nobody is known to call: the default is one value among others.
  return binding.default === undefined ? UNKNOWN : incomplete(evaluator.evaluate(binding.default, frame));
}

/** `({ secure, ...rest })`: what a call passes, without what the pattern takes by name. */
function restOf(
  { path, without, default: fallback }: ParameterBinding,
  argument: GivenArgument | undefined,
  outer: Frame,
  inner: Frame,
  evaluator: Evaluator,
): ValueSet {
  const whole = argument?.value ?? fallback;
  if (without === undefined || path.length > 0 || whole === undefined) return UNKNOWN;
  const { span } = whole;
  const layout = { end: span.end, trailingComma: false, isClosed: true, commentEnd: undefined, lineBreak: undefined };
  const rest: Term = {
    kind: 'object',
    members: [{ kind: 'spread', value: whole, span, without }],
    layout: { ...layout, isMade: true },
    span,
  };
  return evaluator.evaluate(rest, argument === undefined ? inner : (argument.frame ?? outer));
}

/** `all[0]` in `(...all) => …`: what a function gets there that nobody in sight calls. */
export function partOfRest({ object, key }: MemberTerm, frame: Frame, evaluator: Evaluator): ValueSet | undefined {
  if (object.kind !== 'reference' || typeof key !== 'string' || !/^\d+$/.test(key)) return undefined;
  const binding = frame.module.binding(object.binding);
  if (binding.kind !== 'parameter' || binding.gathers !== true || frame.arguments.has(binding.function))
    return undefined;
  const part: ParameterBinding = { ...binding, index: binding.index + Number(key), rest: false, default: undefined };
  return parameterValue(part, frame, placeOf(object.span, frame), evaluator);
}

/** What a function gets that is called where it is written: `promise.then((it) => …)`, `((it) => …)(value)`. */
export function argumentInPlace(binding: ParameterBinding, frame: Frame, evaluator: Evaluator): Term | undefined {
  const { function: id, index, rest } = binding;
  if (rest) return undefined;
  for (const handOver of frame.module.handedTo(id)) {
    const { call } = handOver;
    if (call.callee.kind !== 'function' || call.callee.id !== id) continue;
    if (handOver.written !== undefined && isHandler(handOver.written, binding, frame, evaluator)) return undefined;
    return isSpreadUpTo(call.arguments, index) ? undefined : call.arguments[index]?.value;
  }
  return undefined;
}

/** Whether a model says what a callee gives to the function that it is handed. */
function isHandler(
  written: Term,
  { function: id, index }: ParameterBinding,
  frame: Frame,
  evaluator: Evaluator,
): boolean {
  const count = frame.module.function(id).parameters.length;
  return evaluator
    .evaluate(written, frame)
    .possible.some(
      ({ value }) => value.kind === 'api' && evaluator.apis.handlerParameter(value, index, count) !== undefined,
    );
}

function takePath(value: ValueSet, path: readonly string[], place: Place, evaluator: Evaluator): ValueSet {
  let taken = value;
  for (const key of path) taken = evaluator.lookup(taken, key, place);
  return taken;
}

function withDefault(value: ValueSet, binding: ParameterBinding, frame: Frame, evaluator: Evaluator): ValueSet {
  if (binding.default === undefined) return value;
  const given = value.possible.filter((one) => !isNothing(one.value));
  if (given.length === value.possible.length && value.complete) return value;
  return union([{ possible: given, complete: value.complete }, evaluator.evaluate(binding.default, frame)]);
}

function parameterApi(
  { function: id, index }: ParameterBinding,
  frame: Frame,
  place: Place,
  evaluator: Evaluator,
): ValueSet | undefined {
  const { apis, world } = evaluator;
  const { module } = frame;
  const shape = module.function(id);
  const { name, type, asked } = shape.parameters[index] ?? {};
  const offered = asked && valueAsked(asked, frame, evaluator);
  if (offered !== undefined) return offered;
  const annotated = evaluator.annotatedValue(type, frame, place);
  if (annotated !== undefined) return annotated;
  const toValue = (found: Pick<ApiValue, 'module' | 'path'> | undefined): ValueSet | undefined =>
    found === undefined ? undefined : only({ kind: 'api', ...found, call: undefined, receiver: undefined }, place);
  const isForeign = namesForeignType(type, frame);
  const given = isForeign ? undefined : shape.givenType;
  // `function (this: App, request, reply)`: nobody passes the first one.
  const count = shape.parameters.filter((one) => one.name !== 'this').length;
  const position = index + count - shape.parameters.length;
  const typed = given && toValue(parameterOfType(given, position, frame, place, evaluator));
  if (typed !== undefined) return typed;
  for (const { call, written = call.callee } of module.handedTo(id)) {
    for (const { value } of evaluator.evaluate(written, frame).possible) {
      const handled = value.kind === 'api' ? apis.handlerParameter(value, position, count) : undefined;
      if (value.kind !== 'api' || handled === undefined) continue;
      // What it is handed by tells the options of the call, and nothing of what that was called on.
      const handing: ApiValue = {
        ...value,
        path: `${value.path}()`,
        call: { term: call, frame },
        receiver: { ...value, receiver: undefined },
      };
      return only({ kind: 'api', ...handled, call: undefined, receiver: handing }, place);
    }
  }
  const held = module.heldBy(id);
  for (const { value } of held === undefined ? [] : evaluator.evaluate(held.call.callee, frame).possible) {
    const handled = value.kind === 'api' ? apis.heldParameter(value, held?.under ?? '', position) : undefined;
    if (handled !== undefined) return toValue(handled);
  }
  const found =
    shape.name === undefined || isForeign ? undefined : namedHandler(shape.name, position, frame, evaluator);
  if (found !== undefined) return toValue(found);
  if (name === undefined || isForeign) return undefined;
  const isLikely = (packageName: string): boolean =>
    world.isDependency(packageName, module.file) && !isOfOther(given, packageName, frame, evaluator);
  return toValue(apis.conventionalParameter(name, isLikely));
}

function namedHandler(
  name: string,
  position: number,
  { module }: Frame,
  { apis, world }: Evaluator,
): Pick<ApiValue, 'module' | 'path'> | undefined {
  return apis.namedParameter(name, position, (packageName) => world.isDependency(packageName, module.file));
}

/** A function whose type another described package gives it is called by that package, whatever its parameters' names. */
function isOfOther(given: GivenType | undefined, packageName: string, frame: Frame, { apis }: Evaluator): boolean {
  const module = given && externalName(given.type, frame)?.module;
  return module !== undefined && module !== '' && module !== packageName && apis.isDescribed(module);
}

/** An annotation from another package contradicts what a name suggests; a relative import may hand on the real type. */
function namesForeignType(type: TypeName | undefined, { module }: Frame): boolean {
  if (type?.root.kind !== 'reference') return false;
  const binding = module.binding(type.root.binding);
  return binding.kind === 'import' && !binding.specifier.startsWith('.');
}
