import type { LiveModule } from '../../resolve/module/module';
import { enclosing, functionOrFileAround } from '../../resolve/scope/surroundings';
import {
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isStringLiteralLike,
  isVariableDeclaration,
  isWrapper,
  type Node,
  SyntaxKind,
} from '../../syntax';
import { wordSet } from '../../text/words';
import { type DrawnKind, drawnKindOf } from '../derive/drawnName';
import { isUnguessable } from './guessable';
import { isMemberOfOthers } from './others';

/** What a drawn value becomes, by the first name on its way that says so. */
export interface DrawnUse {
  readonly name: string;
  readonly kind: DrawnKind;
  /** The whole expression that the value is part of, where it is first kept, returned or handed over. */
  readonly whole: Node;
  /** From the draw to the name: each time the value is mentioned, and the largest expression that is made of it there. */
  readonly way: readonly Step[];
  /** Nothing lies between: the expression itself gets the name. */
  readonly isDirect: boolean;
}

interface Step {
  readonly mention: Node;
  readonly outer: Node;
}

/** Methods whose result is made of what they are called on. */
const METHODS = wordSet(
  'toString toFixed toPrecision substr substring slice replace replaceAll padStart padEnd toUpperCase toLowerCase trim split join ' +
    'concat reverse at charAt digest update map fill toLocaleString valueOf getTime flat sort',
);
/** Functions whose result is made of their argument. */
const FUNCTIONS = wordSet(
  'floor round ceil trunc abs max min String Number parseInt parseFloat BigInt Buffer from btoa encodeURIComponent charAt at ' +
    'charCodeAt fromCharCode stringify md5 sha1 sha256 sha512 hash update encode slice substring concat toString v4',
);
/** Methods that keep their second argument under the name of the first. */
const KEEPING = wordSet('set setItem cookie setCookie put setex append save add');
/** What goes on as part of the result, whatever the other operand is. */
const MADE_OF: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.MinusToken,
  SyntaxKind.AsteriskToken,
  SyntaxKind.SlashToken,
  SyntaxKind.PercentToken,
  SyntaxKind.BarToken,
  SyntaxKind.CaretToken,
  SyntaxKind.LessThanLessThanToken,
  SyntaxKind.GreaterThanGreaterThanToken,
  SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.AmpersandAmpersandToken,
]);
/** Keys that say what a value is only together with what holds it: `session.id`. */
const GENERIC_KEYS = wordSet('id code key value');
/** Steps from name to name after which nobody would follow. */
const MAX_STEPS = 12;

/** What a value that is drawn at `node` becomes; `undefined`: nothing says so. */
export function drawnUseOf(node: Node, module: LiveModule): DrawnUse | undefined {
  let whole: Node | undefined;
  let isDirect = true;
  let isPicked = false;
  const seen = new Set<Node>();
  const way: Step[] = [];

  const named = (name: string | undefined, at: Node): DrawnUse | undefined => {
    const kind = name === undefined ? undefined : drawnKindOf(name, nameOfClass(at));
    // `keys[Math.floor(Math.random() * keys.length)]` is one of those that there are.
    return name === undefined || kind === undefined || isPicked
      ? undefined
      : { name, kind, whole: whole ?? at, way: [...way], isDirect };
  };

  const follow = (at: Node, steps: number): DrawnUse | undefined => {
    if (steps === 0 || seen.has(at)) return undefined;
    seen.add(at);
    const around = expressionAround(at, module);
    if (around === undefined) return undefined;
    const { outer } = around;
    isPicked = around.isPicked || (isPicked && !around.isJoined);
    whole ??= outer;
    way.push({ mention: at, outer });
    const found = becomes(outer, steps);
    way.pop();
    return found;
  };

  const becomes = (outer: Node, steps: number): DrawnUse | undefined => {
    const { parent } = outer;
    if (isVariableDeclaration(parent)) return ofName(parent.name, outer, steps);
    if (isBinaryExpression(parent) && isAssignment(parent.operatorToken.kind) && parent.right === outer) {
      if (parent.operatorToken.kind === SyntaxKind.PlusEqualsToken) isPicked = false;
      return ofTarget(parent.left, outer, steps);
    }
    if (isPropertyAssignment(parent)) return named(keyOf(parent.name, holderOf(parent.parent)), outer);
    if (parent.kind === SyntaxKind.PropertyDeclaration || parent.kind === SyntaxKind.Parameter) {
      return named(textOf((parent as Node & { name: Node }).name), outer);
    }
    if (isShorthandPropertyAssignment(parent)) return undefined;
    if (parent.kind === SyntaxKind.ReturnStatement || (isArrowFunction(parent) && parent.body === outer)) {
      return ofReturn(outer, steps);
    }
    if (isCallExpression(parent) || isNewExpression(parent)) return ofArgument(parent, outer);
    return undefined;
  };

  const ofTarget = (target: Node, outer: Node, steps: number): DrawnUse | undefined => {
    if (isIdentifier(target)) return ofName(target, outer, steps);
    if (!isPropertyAccessExpression(target)) {
      const { argumentExpression: key } = target as Node & { argumentExpression?: Node };
      return key !== undefined && isStringLiteralLike(key) ? named(key.text, outer) : undefined;
    }
    const { expression: holder, name } = target;
    return named(keyOf(name, textOf((holder as Node & { name?: Node }).name ?? holder)), outer);
  };

  /** The name itself, or what becomes of the variable. */
  const ofName = (name: Node, outer: Node, steps: number): DrawnUse | undefined => {
    if (!isIdentifier(name)) return undefined;
    const use = named(name.text, outer);
    if (use !== undefined) return use;
    const { scope, references } = module;
    const declaration = scope.find(name.text, name);
    if (declaration === undefined) return undefined;
    isDirect = false;
    const around = functionOrFileAround(name);
    for (const reference of references.to(declaration)) {
      if (reference.pos < around.pos || around.end < reference.end) continue;
      const found = follow(reference, steps - 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const ofReturn = (outer: Node, steps: number): DrawnUse | undefined => {
    const owner = enclosing(outer, isFunctionLike);
    if (owner === undefined) return undefined;
    const { parent } = owner;
    const isItself = isDirect && outer === whole;
    isDirect = false;
    // `Array.from({ length }, () => …)`, `text.replace(/x/g, () => …)`, `(() => …)()`
    if (isCallExpression(parent) && lastNameOf(parent.expression) !== undefined) {
      const isMade =
        FUNCTIONS.has(lastNameOf(parent.expression) ?? '') || METHODS.has(lastNameOf(parent.expression) ?? '');
      if (isMade) isPicked = false;
      return isMade ? follow(parent, steps - 1) : undefined;
    }
    const name = nameOfFunction(owner);
    const use = named(name, outer);
    if (use !== undefined || name === undefined) return use && { ...use, name: `${use.name}()`, isDirect: isItself };
    for (const site of module.scope.sites) {
      if (!isCallExpression(site) || lastNameOf(site.expression) !== name) continue;
      if (isMemberOfOthers(site.expression, module.scope)) continue;
      const found = follow(site, steps - 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  /** `res.cookie('session_id', value)`, `setOtp(value)`, `save(value)` of a function whose parameter has a name. */
  const ofArgument = (
    call: Node & { arguments?: readonly Node[] | undefined; expression: Node },
    outer: Node,
  ): DrawnUse | undefined => {
    const [first] = call.arguments ?? [];
    const name = lastNameOf(call.expression);
    if (first === undefined || name === undefined) return undefined;
    if (first !== outer) {
      // Behind the value stand lifetimes, and before it in `setex`.
      const isValue = KEEPING.has(name) && call.arguments?.[name === 'setex' ? 2 : 1] === outer;
      return isValue && isStringLiteralLike(first) ? named(first.text, outer) : undefined;
    }
    return /^set[A-Z]/.test(name) && call.arguments?.length === 1
      ? named(`${name.charAt(3).toLowerCase()}${name.slice(4)}`, outer)
      : undefined;
  };

  return follow(node, MAX_STEPS);
}

interface Around {
  readonly outer: Node;
  /** It is one element of a list, chosen by the value. */
  readonly isPicked: boolean;
  /** It is put together with others. */
  readonly isJoined: boolean;
}

/** The largest expression whose value is made of this one; `undefined` where something else decides it. */
function expressionAround(start: Node, module: LiveModule): Around | undefined {
  let node = start;
  let isPicked = false;
  let isJoined = false;
  const around = (outer: Node): Around => ({ outer, isPicked, isJoined });
  for (;;) {
    const { parent } = node;
    if (isWrapper(parent)) {
      node = parent;
      continue;
    }
    switch (parent.kind) {
      case SyntaxKind.TemplateSpan:
      case SyntaxKind.SpreadElement:
      case SyntaxKind.ArrayLiteralExpression:
        break;
      case SyntaxKind.ElementAccessExpression:
        if ((parent as Node & { argumentExpression: Node }).argumentExpression === node) isPicked = true;
        break;
      case SyntaxKind.TemplateExpression:
        if (isUnguessable(parent, start, module)) return undefined;
        [isPicked, isJoined] = [false, true];
        break;
      case SyntaxKind.PrefixUnaryExpression:
        if ((parent as Node & { operator: SyntaxKind }).operator === SyntaxKind.ExclamationToken) return undefined;
        break;
      case SyntaxKind.ConditionalExpression:
        if ((parent as Node & { condition: Node }).condition === node) return undefined;
        break;
      case SyntaxKind.BinaryExpression: {
        const { kind } = (parent as Node & { operatorToken: Node }).operatorToken;
        if (isAssignment(kind)) return around(node);
        if (!MADE_OF.has(kind) || isUnguessable(parent, start, module)) return undefined;
        if (kind === SyntaxKind.PlusToken) [isPicked, isJoined] = [false, true];
        break;
      }
      case SyntaxKind.PropertyAccessExpression: {
        const { name } = parent as Node & { name: Node };
        const call = parent.parent;
        if (!isCallExpression(call) || call.expression !== parent || !METHODS.has(textOf(name) ?? '')) return undefined;
        break;
      }
      case SyntaxKind.CallExpression: {
        const { expression: callee } = parent as Node & { expression: Node };
        if (callee === node) break;
        // A key makes of a guess what cannot be guessed.
        if (!FUNCTIONS.has(lastNameOf(callee) ?? '')) return around(node);
        if (isUnguessable(callee, start, module)) return undefined;
        break;
      }
      default:
        return around(node);
    }
    node = parent;
  }
}

/** What the class around is called: an entity has one word, services have more. */
function nameOfClass(node: Node): string | undefined {
  const { name, parent } = (enclosing(node, isClassLike) ?? {}) as { name?: Node; parent?: Node };
  const called = name ?? (parent !== undefined && isVariableDeclaration(parent) ? parent.name : undefined);
  const text = textOf(called);
  return text !== undefined && /^[A-Z][a-z]+$/.test(text) ? text : undefined;
}

function isAssignment(kind: SyntaxKind): boolean {
  return (
    kind === SyntaxKind.EqualsToken ||
    kind === SyntaxKind.PlusEqualsToken ||
    kind === SyntaxKind.QuestionQuestionEqualsToken
  );
}

function keyOf(name: Node, holder: string | undefined): string | undefined {
  const key = textOf(name);
  return key !== undefined && GENERIC_KEYS.has(key) && holder !== undefined ? `${holder}_${key}` : key;
}

/** The name of what an object literal is kept as. */
function holderOf(object: Node): string | undefined {
  if (!isObjectLiteralExpression(object)) return undefined;
  const { parent } = object;
  if (isVariableDeclaration(parent) || isPropertyAssignment(parent)) return textOf(parent.name);
  if (!isBinaryExpression(parent) || parent.right !== object) return undefined;
  return textOf((parent.left as Node & { name?: Node }).name ?? parent.left);
}

function textOf(name: Node | undefined): string | undefined {
  return name !== undefined && 'text' in name && typeof name.text === 'string' ? name.text : undefined;
}

/** The name by which something is called: `floor` of `Math.floor`. */
function lastNameOf(callee: Node): string | undefined {
  return isPropertyAccessExpression(callee) ? callee.name.text : textOf(callee);
}

function nameOfFunction(owner: Node): string | undefined {
  const { name, parent } = owner as Node & { name?: Node };
  if (name !== undefined) return textOf(name);
  if (isVariableDeclaration(parent) || isPropertyAssignment(parent)) return textOf(parent.name);
  if (parent.kind === SyntaxKind.PropertyDeclaration) return textOf((parent as Node & { name: Node }).name);
  if (isBinaryExpression(parent) && parent.right === owner) return lastNameOf(parent.left);
  return undefined;
}
