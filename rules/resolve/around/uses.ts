import {
  isArrayBindingPattern,
  isArrayLiteralExpression,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isNumericLiteral,
  isObjectBindingPattern,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isStringLiteralLike,
  isVariableDeclaration,
  isWrapper,
  type Node,
  SyntaxKind,
} from '../../syntax';
import { wordsOf } from '../../text/words';
import { bearerStrategyAround } from '../scope/bearerStrategies';
import type { References } from '../scope/references';
import type { FileScope } from '../scope/scope';
import { turnsAway } from './refusals';

/** What a value is used for where it is looked at. */
export type UseKind =
  /** It is compared with something, or looked for in something. */
  | 'compared'
  /** Whether it is there decides. */
  | 'presence'
  /** It becomes who the request is from: `req.user = …`. */
  | 'identity'
  /** A call gets it, which neither logs it nor answers with it. */
  | 'argument'
  /** The function around it returns it. */
  | 'returned';

/** One use of what an expression gives, or of a part of it. */
export interface Use {
  /** The properties that were read on the way. */
  readonly path: readonly string[];
  readonly as: UseKind;
  /** Where in what is returned it lies. */
  readonly at: readonly string[];
  /** Whoever lacks it is turned away. */
  readonly isRequired?: true;
}

/** What is looked at in all: what is used more often is judged by its first uses. */
const MAX_USES = 60;
const MAX_STEPS = 400;

/** Operators that compare two values. */
const COMPARISONS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
]);
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Methods of texts and lists that say whether something is in them. */
const SEARCHES = set('includes indexOf has some every find match test startsWith endsWith localeCompare equals');
/** Those that look for their argument in what they are called on. */
const LOOK_FOR = set('includes indexOf has test localeCompare equals');
/** Methods whose result is what they are called on, in another form. */
const TEXT_METHODS = set(
  'toString trim toLowerCase toUpperCase replace replaceAll split join map filter slice reverse catch finally',
);
/** Functions whose result is what they are given, in another form. */
const CONVERSIONS = set(
  'String Number Boolean parseInt parse stringify decodeURIComponent escape unescape freeze resolve structuredClone assign ' +
    'decode plainToClass plainToInstance',
);
/** What a log, a monitor or the answer to a request is called, and the methods that write to one. */
const OUTPUTS = set('sentry posthog analytics response reply nextresponse res c ctx h span');
const OUTPUT_METHODS = set(
  'json send render end log info warn error debug trace track capture write status setuser setcontext identify',
);
/** What is handed from one handler of a request to the next. */
const CARRIERS = set(
  'req request res response ctx context socket client event locals c session state conn connection ws handshake store',
);
/** Words of the property of a carrier that says who the request is from. */
const IDENTITY_WORDS = set(
  'user uid auth decoded payload claims identity account principal role roles email username admin jwt member customer ' +
    'viewer session credentials userid owner',
);

/** The value that an expression holds, or a container that has it at `at`. */
interface Tracked {
  readonly path: readonly string[];
  readonly at: readonly string[];
}

/** What becomes of what an expression gives, in the functions around it. */
export function usesOf(expression: Node, scope: FileScope, references: References): readonly Use[] {
  const found: Use[] = [];
  const seen = new Map<Node, Set<string>>();
  let steps = 0;

  const add = (as: UseKind, { path, at }: Tracked): void => {
    if (found.length < MAX_USES) found.push({ path, as, at });
  };
  const addPresence = (node: Node, { path, at }: Tracked): void => {
    const required = turnsAway(node) ? ({ isRequired: true } as const) : {};
    if (at.length === 0 && found.length < MAX_USES) found.push({ path, as: 'presence', at, ...required });
  };
  /** Of a container, only whole values count. */
  const addValue = (as: UseKind, tracked: Tracked): void => {
    if (tracked.at.length === 0) add(as, tracked);
  };

  const track = (node: Node, tracked: Tracked): void => {
    const ways = seen.get(node) ?? new Set();
    const way = [...tracked.path, '', ...tracked.at].join('.');
    if (ways.has(way) || ++steps > MAX_STEPS) return;
    seen.set(node, ways.add(way));
    const { parent } = node;
    if (isWrapper(parent)) return track(parent, tracked);
    switch (parent.kind) {
      case SyntaxKind.TemplateSpan:
        return track(parent.parent, tracked);
      case SyntaxKind.TypeOfExpression:
      case SyntaxKind.WhileStatement:
      case SyntaxKind.IfStatement:
        return addValue('presence', tracked);
      case SyntaxKind.SwitchStatement:
      case SyntaxKind.CaseClause:
        return addValue('compared', tracked);
      case SyntaxKind.ArrowFunction:
        return add('returned', tracked);
    }
    if (isReturnStatement(parent)) return add('returned', tracked);
    if (isPropertyAccessExpression(parent) && parent.expression === node) {
      return trackMember(parent, parent.name.text, tracked);
    }
    if (isElementAccessExpression(parent)) {
      const key = parent.argumentExpression;
      if (parent.expression !== node) return addValue('argument', tracked);
      const isKnown = isStringLiteralLike(key) || isNumericLiteral(key);
      return isKnown ? trackMember(parent, key.text, tracked) : track(parent, tracked);
    }
    if (isVariableDeclaration(parent)) return trackPattern(parent.name, tracked);
    if (isBinaryExpression(parent)) return trackOperand(node, parent, tracked);
    if (isPrefixUnaryExpression(parent)) return addPresence(parent, tracked);
    if (isConditionalExpression(parent)) {
      return parent.condition === node ? addValue('presence', tracked) : track(parent, tracked);
    }
    if (isCallExpression(parent) || isNewExpression(parent)) return trackArgument(node, parent, tracked);
    if (isPropertyAssignment(parent) || isShorthandPropertyAssignment(parent)) {
      const { name } = parent;
      const key = isIdentifier(name) || isStringLiteralLike(name) ? name.text : '';
      return track(parent.parent, { ...tracked, at: [key, ...tracked.at] });
    }
    if (isSpreadAssignment(parent)) return track(parent.parent, tracked);
    if (isArrayLiteralExpression(parent)) {
      const index = String((parent.elements as readonly Node[]).indexOf(node));
      return track(parent, { ...tracked, at: [index, ...tracked.at] });
    }
  };

  const trackMember = (member: Node, name: string, { path, at }: Tracked): void => {
    const { parent } = member;
    const isCalled = isCallExpression(parent) && parent.expression === member;
    if (isCalled && name === 'then') return trackContinuation(parent, { path, at });
    if (isCalled && SEARCHES.has(name)) return addValue('compared', { path, at });
    if (isCalled && TEXT_METHODS.has(name)) return track(parent, { path, at });
    const [first, ...rest] = at;
    if (first === undefined) track(member, { path: [...path, name], at });
    else if (first === name) track(member, { path, at: rest });
  };

  const trackContinuation = (call: Node & { readonly arguments: readonly Node[] }, tracked: Tracked): void => {
    const [handler] = call.arguments;
    if (handler === undefined || !isFunctionLike(handler)) return;
    const [parameter] = (handler as Node & { parameters: readonly (Node & { name: Node })[] }).parameters;
    if (parameter !== undefined) trackPattern(parameter.name, tracked);
  };

  const trackPattern = (pattern: Node, tracked: Tracked): void => {
    if (isIdentifier(pattern)) {
      const id = scope.find(pattern.text, pattern);
      for (const use of id === undefined ? [] : references.to(id)) track(use, tracked);
      return;
    }
    if (isArrayBindingPattern(pattern)) {
      pattern.elements.forEach((element, index) => {
        if (isBindingElement(element) && element.dotDotDotToken === undefined)
          trackPart(element.name, String(index), tracked);
      });
    }
    if (!isObjectBindingPattern(pattern)) return;
    for (const element of pattern.elements) {
      if (!isBindingElement(element)) continue;
      const { propertyName = element.name, name, dotDotDotToken } = element;
      if (dotDotDotToken !== undefined) trackPattern(name, tracked);
      if (dotDotDotToken !== undefined || !(isIdentifier(propertyName) || isStringLiteralLike(propertyName))) continue;
      trackPart(name, propertyName.text, tracked);
    }
  };

  const trackPart = (pattern: Node, key: string, { path, at: [first, ...rest] }: Tracked): void => {
    if (first === undefined) trackPattern(pattern, { path: [...path, key], at: [] });
    else if (first === key) trackPattern(pattern, { path, at: rest });
  };

  const trackOperand = (node: Node, parent: Node, tracked: Tracked): void => {
    if (!isBinaryExpression(parent)) return;
    const { left, right, operatorToken } = parent;
    const operator = operatorToken.kind;
    if (operator === SyntaxKind.EqualsToken && node === right) {
      if (isIdentifier(left)) return trackPattern(left, tracked);
      if (isIdentityTarget(left)) return add('identity', tracked);
      return;
    }
    if (COMPARISONS.has(operator)) {
      if (isNothing(left === node ? right : left)) return addPresence(parent, tracked);
      return addValue('compared', tracked);
    }
    if (operator === SyntaxKind.AmpersandAmpersandToken && node === left) return addValue('presence', tracked);
    if (operator === SyntaxKind.InKeyword || operator === SyntaxKind.InstanceOfKeyword) {
      return addValue('presence', tracked);
    }
    track(parent, tracked);
  };

  const trackArgument = (node: Node, call: Node, tracked: Tracked): void => {
    const { expression: callee, arguments: list = [] } = call as Node & {
      expression: Node;
      arguments?: readonly Node[];
    };
    if (callee === node) return;
    const name = lastNameOf(callee);
    if (LOOK_FOR.has(name) && tracked.at.length === 0) return add('compared', tracked);
    if (name === 'set' && list[0] !== node && list[0] !== undefined && saysIdentity(list[0])) {
      return add('identity', tracked);
    }
    if (list[1] === node && isVerified(name, list[0]) && bearerStrategyAround(call, scope) === 'callback')
      return add('identity', tracked);
    if (CONVERSIONS.has(name)) return track(call, tracked);
    if (!isOutput(callee)) add('argument', tracked);
  };

  track(expression, { path: [], at: [] });
  return found;
}

/** `req.user`, `ctx.state.user`, `res.locals.userId`. */
function isIdentityTarget(target: Node): boolean {
  if (!isPropertyAccessExpression(target)) return false;
  const names = namesOf(target.expression);
  return names.some((name) => CARRIERS.has(name)) && wordsOf(target.name.text).some((word) => IDENTITY_WORDS.has(word));
}

/** `done(null, user)`: the callback of a strategy gets who the request is from. */
function isVerified(name: string, error: Node | undefined): boolean {
  return /^(?:done|cb|callback|next|verified)$/.test(name) && error !== undefined && isNothing(error);
}

function saysIdentity(key: Node): boolean {
  return isStringLiteralLike(key) && wordsOf(key.text).some((word) => IDENTITY_WORDS.has(word));
}

function isNothing(node: Node): boolean {
  return (
    node.kind === SyntaxKind.NullKeyword ||
    (isIdentifier(node) && node.text === 'undefined') ||
    (isStringLiteralLike(node) && node.text === '')
  );
}

/** Whether a call writes to a log, or to the answer of the request. */
export function isOutput(callee: Node): boolean {
  const names = namesOf(callee).map((name) => name.toLowerCase());
  const [first = ''] = names;
  const last = names[names.length - 1] ?? '';
  if (names.length === 1) return first === 'log' || first === 'debug';
  if (names.includes('console') || names.some((name) => /log(?:ger)?$/.test(name))) return true;
  return OUTPUTS.has(first) && OUTPUT_METHODS.has(last);
}

/** The names of a chain, calls left out: `res.status(200).json` is `res`, `status`, `json`. */
export function namesOf(node: Node): readonly string[] {
  const names: string[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = (at as Node & { expression?: Node }).expression) {
    if (isPropertyAccessExpression(at)) names.unshift(at.name.text);
    else if (isIdentifier(at)) names.unshift(at.text);
    else if (at.kind === SyntaxKind.ThisKeyword) names.unshift('this');
  }
  return names;
}

export function lastNameOf(callee: Node): string {
  const names = namesOf(callee);
  return names[names.length - 1] ?? '';
}
