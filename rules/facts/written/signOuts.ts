import { moduleFrame } from '../../resolve/evaluate/frames';
import { textOf } from '../../resolve/evaluate/onlyValue';
import type { FileScope } from '../../resolve/scope/scope';
import { nameGivenBy } from '../../resolve/scope/surroundings';
import {
  type CallExpression,
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isStringLiteralLike,
  type NewExpression,
  type Node,
  SyntaxKind,
  spanOf,
  walk,
  withoutWrappers,
} from '../../syntax';
import type { Edit } from '../../text/edit';
import { wordSet, wordsOf } from '../../text/words';
import { isSignOutName, recordOpenedBy } from '../derive/signOutName';
import { callBefore } from '../edits/renewalEdits';
import type { Extraction } from '../extract';
import type { OwnedSession } from '../knowledge';
import type { FactOf } from '../schema';
import { keeperOf } from './sessionKeepers';
import { lastName, receiverName, sessionOf } from './sessionTerms';
import { writtenAt } from './written';

const SIGN_OUT = /log_?-?out|sign_?-?out/i;
const TAKES_AWAY = /\bclearCookie\b|\bcookies?\b[^\n]*\.\s*(?:delete|set)\b|\bcookie\(|\bdeleteCookie\b/;

/** Whether a file can take a cookie away where somebody signs out, by its text. */
export function maySignOut(text: string): boolean {
  return SIGN_OUT.test(text) && TAKES_AWAY.test(text);
}

/** What answers a request, keeps a log, or handles cookies, by last names: nothing of it ends a session. */
const ANSWERS = wordSet(
  'clearCookie cookie cookies deleteCookie redirect send json jsonp status sendStatus end render code type header headers ' +
    'set setHeader append location log info debug warn next Response NextResponse Object String',
);

/** Where handlers that sign out take cookies away. */
export function signOutsIn(extraction: Extraction): readonly FactOf<'SignOut'>[] {
  const { module } = extraction;
  if (!maySignOut(module.tree.text)) return [];
  return module.scope.sites.flatMap((node): readonly FactOf<'SignOut'>[] => {
    const cookie = isCallExpression(node) ? cookieTakenAway(node, extraction) : undefined;
    const handler = cookie === undefined ? undefined : signingOut(node);
    if (cookie === undefined || handler === undefined || !isCallExpression(node)) return [];
    const { tree } = module;
    const calleeSpan = spanOf(node.expression, tree);
    const keeper = keeperOf('session', extraction);
    const record = recordOf(cookie, keeper, extraction);
    if (record === undefined) return [];
    return [
      {
        kind: 'SignOut',
        display: `${tree.text.slice(calleeSpan.start, calleeSpan.end)}()`,
        ...writtenAt(node, { span: spanOf(node, tree), calleeSpan }, module),
        attributes: {
          cookie: { constant: cookie },
          record: { constant: record },
          isAll: { constant: onlyAnswers(handler) },
        },
        replacement: record === 'session' ? endingEdits(node, handler, keeper, extraction) : undefined,
      },
    ];
  });
}

/** The name of the cookie that a call takes away: `clearCookie('sid')`, `cookies.delete('sid')`, `cookie('sid', '')`. */
function cookieTakenAway({ expression, arguments: given }: CallExpression, extraction: Extraction): string | undefined {
  const nameOf = (node: Node | undefined): string | undefined => node && textAt(node, extraction);
  const name = lastName(expression);
  const receiver = receiverName(expression);
  const isJar = /^cookies?(?:Store|Jar)?$/i.test(receiver);
  const [first, second] = given;
  if (name === 'deleteCookie') return nameOf(second) ?? nameOf(first);
  if (name === 'clearCookie' || (isJar && name === 'delete')) return nameOf(first);
  const isWrite = (isJar && name === 'set') || (name === 'cookie' && receiver !== '');
  return isWrite && second !== undefined && isEmpty(second) ? nameOf(first) : undefined;
}

/** The one text that a name of a cookie is, also where it is a constant. */
function textAt(node: Node, { module, evaluator }: Extraction): string | undefined {
  if (isStringLiteralLike(node)) return node.text;
  if (!isIdentifier(node) && !isPropertyAccessExpression(node)) return undefined;
  return textOf(module.lower(node), moduleFrame(module), evaluator);
}

function isEmpty(value: Node): boolean {
  return value.kind === SyntaxKind.NullKeyword || (isStringLiteralLike(value) && value.text === '');
}

/** The function around that signs out, by its own name or its route. */
function signingOut(node: Node): Node | undefined {
  let found: Node | undefined;
  for (let at: Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (isFunctionLike(at) && namesOf(at).some(isSignOutName)) found = at;
  }
  return found;
}

/** What a function is called: by itself, by what holds it, by its route; `asyncHandler(…)` around it is looked through. */
function namesOf(handler: Node): readonly string[] {
  const { name } = handler as Node & { name?: Node };
  const names = name !== undefined && isIdentifier(name) ? [name.text] : [];
  let child = handler;
  for (let steps = 0; steps < 3 && child.parent !== undefined; steps++) {
    const { parent } = child;
    const given = nameGivenBy(parent, child);
    if (given !== undefined) return [...names, given];
    if (!isCallExpression(parent)) return names;
    child = parent;
  }
  return names;
}

/** Whether a handler, and what answers before it, does nothing but to answer. */
function onlyAnswers(handler: Node): boolean {
  let isAll = true;
  walk(handler, (node) => {
    // Something is done to the session, or to what a user has.
    if (
      isIdentifier(node) &&
      (/session|Session/.test(node.text) || node.text === 'logout') &&
      node.parent !== handler &&
      !isImportedType(node)
    )
      isAll = false;
    if ((isCallExpression(node) || isNewExpression(node)) && !isRouting(node)) {
      const { expression } = node;
      const name = lastName(expression);
      const receiver = receiverName(expression);
      const isJar = /^cookies?(?:Store|Jar)?$/i.test(receiver) && (name === 'delete' || name === 'get');
      if (!ANSWERS.has(name) && !isJar) isAll = false;
    }
  });
  return isAll && !isAnsweredBefore(handler);
}

/** `@Post('logout')`, `@Res()`: it says which requests come, or what the handler gets of them; `@UseInterceptors()` does more. */
function isRouting({ parent, expression }: CallExpression | NewExpression): boolean {
  return parent.kind === SyntaxKind.Decorator && !/^Use/.test(lastName(expression));
}

/** A name in the place of a type. */
function isImportedType({ parent }: Node): boolean {
  return parent.kind === SyntaxKind.TypeReference;
}

/** Another handler of the route may end the session. */
function isAnsweredBefore(handler: Node): boolean {
  const { parent } = handler;
  if (!isCallExpression(parent)) return false;
  return parent.arguments.some(
    (one) => one !== handler && /log_?out|sign_?out|revoke|destroy|session|invalidate|end/i.test(lastName(one)),
  );
}

/** What the server keeps of what a cookie opens. */
function recordOf(
  cookie: string,
  keeper: OwnedSession | undefined,
  { module }: Extraction,
): FactOf<'SignOut'>['attributes']['record']['constant'] | undefined {
  const opened = recordOpenedBy(cookie);
  if (keeper !== undefined && isCookieOf(keeper, cookie, module.tree.text)) return 'session';
  if (opened === undefined) return undefined;
  return module.scope.sites.some((node) => keepsRecord(node, opened, module.scope)) ? opened : undefined;
}

/** The name that the library gives its cookie, or one that a file gives it which sets it up. */
function isCookieOf({ library }: OwnedSession, cookie: string, text: string): boolean {
  const isDefault = library.emissions.some(
    ({ emits, slots }) => emits === 'CookieWrite' && 'default' in slots.name && slots.name.default === cookie,
  );
  const isSetUp = [library.package, ...(library.modules ?? [])].some((name) => text.includes(name));
  return isDefault || (isSetUp && recordOpenedBy(cookie) === 'session');
}

const KEEPS = wordSet('set create insert insertOne insertMany save push add upsert');
const CHANGES = /^(?:update|updateOne|findByIdAndUpdate|findOneAndUpdate|create|upsert)$/;

/** `sessions.set(id, …)`, `prisma.refreshToken.create(…)`, `User.findByIdAndUpdate(id, { refreshToken })`. */
function keepsRecord(node: Node, opened: 'session' | 'refresh-token', scope: FileScope): boolean {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  const holder = withoutWrappers(expression);
  const isOfRequest = isIdentifier(holder) ? holder.text === 'session' : sessionOf(holder, scope) !== undefined;
  const isNamed = isRecordName(lastName(holder), opened) && !isOfRequest;
  if (KEEPS.has(name.text) && isNamed) return true;
  if (opened !== 'refresh-token' || !CHANGES.test(name.text)) return false;
  return node.arguments.some((one) => /\brefresh_?Tokens?(?:Hash)?\b\s*[:,}]/i.test(one.getText()));
}

function isRecordName(name: string, opened: 'session' | 'refresh-token'): boolean {
  const words = wordsOf(name).join(' ');
  return opened === 'session'
    ? /(?:^| )sessions?(?: store)?$/.test(words)
    : / ?refresh tokens?(?: store)?$/.test(words);
}

/** The edits that end the session before the cookie is taken away. */
function endingEdits(
  node: Node,
  handler: Node,
  keeper: OwnedSession | undefined,
  { module }: Extraction,
): readonly Edit[] | undefined {
  const request = requestName(handler);
  let statement = node;
  while (!isStatement(statement) && statement.parent !== undefined && !isFunctionLike(statement))
    statement = statement.parent;
  if (keeper?.renewal === undefined || request === undefined || !isStatement(statement)) return undefined;
  if (statement.parent.parent !== handler) return undefined;
  return callBefore(statement, handler, `${request}.${keeper.property}.destroy`, keeper.renewal, module);
}

function isStatement({ kind }: Node): boolean {
  return kind === SyntaxKind.ExpressionStatement || kind === SyntaxKind.ReturnStatement;
}

/** What a handler calls its request. */
function requestName(handler: Node): string | undefined {
  const { parameters = [] } = handler as Node & { parameters?: readonly (Node & { name: Node })[] };
  const names = parameters.map(({ name }) => (isIdentifier(name) ? name.text : ''));
  return names.find((name) => /^(?:req|request)$/.test(name));
}
