import type { FileScope } from '../../resolve/scope/scope';
import { enclosing } from '../../resolve/scope/surroundings';
import {
  isCallExpression,
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
  walk,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import type { Aftercare } from '../schema/uses';

const MAX_AGE = /\bmax(?:Token)?Age(?:Sec)?\b/;
const ISSUE_TIME = /(?:\.\s*|[{,]\s*)iat\b/;
/** Names of times that tokens carry, beside those of the standard. */
const TIME = '(?:expires?|created|issued)_?(?:at|on)';
/** The same as members, where words tell that say less by themselves: `payload.created`. */
const TIME_OF_TOKEN = `\\.\\s*(?:${TIME}|expires|expiry|expiration|created|issued|timestamp|ts|time)\\b`;
const CONVERTED = '(?:\\s*\\)|\\s*\\.getTime\\(\\))*\\s*';
/** A time that a token carries under a name of its own, compared: `new Date(payload.expiresAt) < new Date()`. */
const OWN_TIME = new RegExp(
  [
    `\\b${TIME}\\b${CONVERTED}[<>]`,
    `${TIME_OF_TOKEN}${CONVERTED}(?:[+*/-]\\s*[\\w.*]+\\s*)*[<>]`,
    `(?<!=)[<>]=?[^;\\n]{0,40}${TIME_OF_TOKEN}`,
    `new Date\\(\\s*\\w+(?:${TIME_OF_TOKEN}|\\.now\\b)\\s*\\)`,
  ].join('|'),
  'i',
);

/** Words of what keeps a list of tokens that are good, or of those that are not any more. */
const LISTS = wordSet('denylist blacklist blacklisted blocklist allowlist whitelist whitelisted revoked revocation');
const ASKS = wordSet(
  'find get exists has lookup load fetch select query count sismember first is check retrieve includes index',
);
/** What names the record of one token. */
const RECORDS = /^(?:jti|sid|session_?id|token_?id|token_?version)$/i;
const STORES = wordSet(
  'token tokens session sessions redis cache store repo repository model prisma db database knex collection kv',
);
const PEOPLE = wordSet('user users account accounts member members customer customers admin person people');

/** What the code around a verification makes sure of beside the signature. */
export function aftercareOf(call: Node, tree: SourceFile, scope: FileScope): Aftercare {
  const region = regionAround(call);
  let looksUp = false;
  let loadsUser = false;
  walk(region, (node) => {
    if (!isCallExpression(node) || node === call) return;
    const callee = node.expression;
    const last = isPropertyAccessExpression(callee) ? callee.name.text : isIdentifier(callee) ? callee.text : '';
    const called = callee.getText(tree);
    const words = called.length > 200 ? [] : called.split(/\W+/).flatMap(wordsOf);
    if (words.some((word) => LISTS.has(word))) looksUp = true;
    if (!ASKS.has(wordsOf(last)[0] ?? '')) return;
    const given = node.arguments.flatMap((argument) => namesIn(argument));
    if (given.length === 0) return;
    const isStored =
      isPropertyAccessExpression(callee) && wordsOf(lastOf(callee.expression)).some((word) => STORES.has(word));
    if (given.some((name) => RECORDS.test(name)) || (isStored && given.some((name) => /token$/i.test(name))))
      looksUp = true;
    if (words.some((word) => PEOPLE.has(word))) loadsUser = true;
  });
  const text = region.getText(tree);
  return {
    limitsAge: ISSUE_TIME.test(text) || OWN_TIME.test(text) || limitsAge(call, tree, scope),
    looksUp,
    loadsUser,
  };
}

/** The class of a strategy, the function that verifies with all that it is part of, or the statement that registers it. */
function regionAround(call: Node): Node {
  const owner = enclosing(call, isClassLike);
  if (owner !== undefined) return owner;
  let region: Node = call;
  for (let at = call; at.parent !== undefined && at.kind !== SyntaxKind.SourceFile; at = at.parent) {
    if (isFunctionLike(at) || at.parent.kind === SyntaxKind.SourceFile) region = at;
  }
  return region;
}

function limitsAge(call: Node, tree: SourceFile, scope: FileScope): boolean {
  const given = isCallExpression(call) || isNewExpression(call) ? (call.arguments ?? []) : [];
  return given.some((argument) => {
    if (isFunctionLike(argument)) return false;
    const id = isIdentifier(argument) ? scope.find(argument.text, argument) : undefined;
    const declared = id === undefined ? undefined : scope.declarations[id]?.node.parent;
    return MAX_AGE.test((declared ?? argument).getText(tree));
  });
}

function namesIn(root: Node): readonly string[] {
  const found: string[] = [];
  walk(root, (node) => {
    if (isIdentifier(node)) found.push(node.text);
  });
  return found;
}

function lastOf(node: Node): string {
  return isPropertyAccessExpression(node) ? node.name.text : isIdentifier(node) ? node.text : '';
}
