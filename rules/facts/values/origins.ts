import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame, Value } from '../../resolve/evaluate/value';
import { lastName } from '../../resolve/lower/operands';
import type { Term } from '../../resolve/lower/term';
import type { TypeName } from '../../resolve/module/summary';
import { ITERATING } from '../../resolve/scope/iterations';
import { wordSet } from '../../text/words';
import type { Knowledge } from '../knowledge';
import type { Origin, TrailEnd, UnknownOrigin, ValueSource } from '../schema/origins';
import { type Holder, takenOut } from './holders';
import { sourceOf } from './requests';
import { typedMembers } from './typedMembers';
import type { Way } from './way';

/** What a value is as the origin of another; `undefined` where that is not known. */
export function originOf(
  value: Value,
  knowledge: Knowledge,
  ofFunction: (id: number, frame: Frame) => Origin,
): Origin | undefined {
  switch (value.kind) {
    case 'literal':
      return { kind: 'literal', value: value.value };
    case 'undefined':
    case 'absent':
      return { kind: 'nothing' };
    case 'environment':
      return { kind: 'environment', name: value.name };
    case 'function':
      return ofFunction(value.id, value.frame);
    case 'api': {
      const result = knowledge.resultOf(value.module, value.path);
      if (result === 'credential') return { kind: 'credential' };
      if (result !== undefined && 'nothing' in result) return { kind: 'nothing' };
      if (result !== undefined && 'text' in result) return { kind: 'literal', value: result.text };
      if (result !== undefined && 'identifier' in result) return { kind: 'identifier' };
      return result !== undefined && 'key' in result ? { kind: 'key', type: result.key, form: result.form } : undefined;
    }
    default:
      return undefined;
  }
}

/** What is known of an expression whose value is not: what is read off it, and where it seems to come from. */
export function unknownOrigin(
  at: TrailEnd,
  end: Term,
  within: Frame,
  way: Way,
  evaluator: Evaluator,
  knowledge: Knowledge,
): UnknownOrigin {
  const { holders, replaced, isSelection } = way;
  const isLeft = (name: string): boolean =>
    !replaced.includes(name) && !holders.some((holder) => takenOut(holder).includes(name));
  const parts = (others: readonly string[] = []): readonly string[] =>
    isSelection
      ? []
      : [
          ...holders.flatMap(({ module, binding, path, at: use }) => module.partsRead(binding, path, use)),
          ...others,
        ].filter(isLeft);
  const source = (): ValueSource => sourceOf(end, within, evaluator, knowledge);
  const typedParts = (): readonly string[] =>
    isSelection || way.isPiece ? [] : typedMembers(end, within, way.answers, holders, evaluator).filter(isLeft);
  const isElement = (): boolean => isOneOfMany(end, within) || isTakenByPlace(end);
  const typeName = (): string | undefined => nameOfType(end, within) ?? holders.map(annotatedName).find(Boolean);
  const elementParts = (): readonly string[] => typedMembers(end, within, way.answers, holders, evaluator, ELEMENT);
  const siblings = (): readonly string[] =>
    holders.flatMap(({ module, binding, path, at: use }) =>
      path.length === 0 ? [] : module.partsRead(binding, path.slice(0, -1), use),
    );
  const givers = (): readonly string[] => giversOf(end, within);
  return { kind: 'unknown', at, parts, typedParts, source, isElement, typeName, siblings, elementParts, givers };
}

/** Where the shape of a list says what each one of it is. */
const ELEMENT = ['0'];

/** `grecaptcha.execute(key).then((token) => …)`, `<Turnstile onSuccess={(token) => …} />`. */
function giversOf(end: Term, { module }: Frame): readonly string[] {
  const binding = end.kind === 'reference' ? module.binding(end.binding) : undefined;
  if (binding?.kind !== 'parameter') return [];
  const { name } = module.function(binding.function);
  const held = module.heldBy(binding.function);
  const calls = [
    ...module.handedTo(binding.function).map(({ call }) => call),
    ...(held === undefined ? [] : [held.call]),
  ];
  return [...(name === undefined ? [] : [name]), ...calls.flatMap(({ callee }) => namesAlong(callee))];
}

/** The names of a chain of members and calls. */
function namesAlong(term: Term): readonly string[] {
  if (term.kind === 'call') return namesAlong(term.callee);
  const own = lastName(term);
  return [...(own === undefined ? [] : [own]), ...(term.kind === 'member' ? namesAlong(term.object) : [])];
}

function isOneOfMany(end: Term, { module }: Frame): boolean {
  const binding = end.kind === 'reference' ? module.binding(end.binding) : undefined;
  if (binding?.kind !== 'parameter') return false;
  // What a loop goes through is no parameter of a function.
  if (module.function(binding.function).parameters.length === 0) return true;
  return (
    binding.index === 0 &&
    module.handedTo(binding.function).some(({ call: { callee }, index }) => index === 0 && isIterating(callee))
  );
}

/** Methods that take one off a list. */
const TAKERS = wordSet('shift pop at');

/** `tokens[0]`, `this.tokens[this.position]`, `tokens.shift()`: not `header.split(' ')[1]`, whose parts differ. */
function isTakenByPlace(end: Term): boolean {
  if (end.kind === 'member') return isTokens(end.object) && (typeof end.key !== 'string' || /^\d+$/.test(end.key));
  const callee = end.kind === 'call' ? end.callee : undefined;
  return (
    callee?.kind === 'member' && typeof callee.key === 'string' && TAKERS.has(callee.key) && isTokens(callee.object)
  );
}

function isTokens(list: Term): boolean {
  return lastName(list)?.toLowerCase() === 'tokens';
}

function nameOfType(end: Term, { module }: Frame): string | undefined {
  const binding = end.kind === 'reference' ? module.binding(end.binding) : undefined;
  if (binding?.kind !== 'parameter' || binding.path.length > 0) return undefined;
  return spelledType(module.function(binding.function).parameters[binding.index]?.type);
}

/** `const token: Token = …`. */
function annotatedName({ module, binding, path }: Holder): string | undefined {
  const held = module.binding(binding);
  const [type, ...others] = (path.length === 0 && held.kind === 'variable' && held.shape?.names) || [];
  return others.length > 0 ? undefined : spelledType(type);
}

function spelledType(type: TypeName | undefined): string | undefined {
  const root = type !== undefined && 'name' in type.root ? type.root.name : undefined;
  return type?.path.at(-1) ?? root;
}

function isIterating(callee: Term): boolean {
  return callee.kind === 'member' && typeof callee.key === 'string' && ITERATING.has(callee.key);
}

/** What the trail of an expression ends at that is not known further. */
export function trailEnd(at: Term, { module }: Frame): TrailEnd {
  if (at.kind === 'call') return 'call';
  if (at.kind === 'member') return 'property';
  // One that another script declares.
  if (at.kind === 'global') return 'variable';
  if (at.kind !== 'reference') return 'expression';
  const { kind } = module.binding(at.binding);
  return kind === 'parameter' || kind === 'import' || kind === 'variable' ? kind : 'expression';
}
