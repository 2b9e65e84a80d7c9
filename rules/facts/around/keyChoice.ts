import type { FileScope } from '../../resolve/scope/scope';
import { enclosing, functionOrFileAround } from '../../resolve/scope/surroundings';
import {
  findNode,
  isBindingElement,
  isEquality,
  isFunctionLike,
  isIdentifier,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
  type SourceFile,
  spanOf,
  walk,
} from '../../syntax';
import type { Span } from '../../text/span';
import type { KeyChoice } from '../schema/uses';
import { headerClaim } from './headerClaims';
import { isBuiltIntoText } from './keyLookups';
import { requestValue } from './requestValues';

/** Expressions behind the key that are looked at: what its names stand for, and the functions that make it. */
const MAX_PARTS = 12;
/** What brings a key, or says where it is; `kid` names one of those that the verifier has. */
const KEY_CLAIMS = new Set(['jku', 'jwk', 'x5u', 'x5c']);

/** What of the token, or of the request, says which key a check uses. */
export function keyChoiceOf(call: Node, key: Span, tree: SourceFile, scope: FileScope): KeyChoice | undefined {
  const root = nodeAt(call, key, tree);
  if (root === undefined) return undefined;
  const request = requestValue(root, tree, scope);
  if (request !== undefined) return request;
  for (const part of partsBehind(root, scope)) {
    const found = choiceIn(part, tree, scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nodeAt(call: Node, { start, end }: Span, tree: SourceFile): Node | undefined {
  return findNode(call, (node) => {
    const span = spanOf(node, tree);
    return node !== call && span.start === start && span.end === end;
  });
}

/** The expression of the key, what the names in it stand for, and the functions of the file that it calls. */
function partsBehind(root: Node, scope: FileScope): readonly Node[] {
  const parts = [root];
  for (let index = 0; index < parts.length && parts.length < MAX_PARTS; index++) {
    const part = parts[index];
    if (part === undefined) break;
    walk(part, (node) => {
      const behind = isIdentifier(node) && isValue(node) ? definitionOf(node, scope) : undefined;
      if (behind !== undefined && !parts.includes(behind)) parts.push(behind);
    });
  }
  return parts;
}

function isValue(name: Node): boolean {
  const { parent } = name;
  return !isPropertyAccessExpression(parent) || parent.expression === name;
}

function definitionOf(name: Node & { readonly text: string }, scope: FileScope): Node | undefined {
  const id = scope.find(name.text, name);
  const declaration = id === undefined ? undefined : scope.declarations[id];
  if (declaration?.kind === 'function') return declaration.node;
  if (declaration?.kind !== 'variable') return undefined;
  const holder = enclosing(declaration.node, isVariableDeclaration);
  return holder !== undefined && isVariableDeclaration(holder) ? holder.initializer : undefined;
}

function choiceIn(part: Node, tree: SourceFile, scope: FileScope): KeyChoice | undefined {
  let found: KeyChoice | undefined;
  walk(part, (node) => {
    if (found !== undefined) return;
    const claim = headerClaim(node, scope);
    if (claim === undefined || isChecked(claim, node, scope)) return;
    const choice = { name: claim, span: spanOf(node, tree) };
    if (KEY_CLAIMS.has(claim)) found = { kind: 'key', ...choice };
    else if (claim === 'kid' && isBuiltIntoText(node, scope)) found = { kind: 'lookup', ...choice };
  });
  return found;
}

/** By the names of what asks whether something is allowed. */
const CHECK =
  /^(?:is|has|includes|some|test|match|startsWith|endsWith|indexOf|basename|encodeURIComponent)$|^(?:assert|check|ensure|validate|verify|is|allow|trust|sanitize|escape)[A-Z_]|allowed|trusted|valid/;

/** Whether the function around compares the claim with something, or hands it to what does. */
function isChecked(claim: string, use: Node, scope: FileScope): boolean {
  const around = functionOrFileAround(use);
  let isAsked = false;
  walk(around, (node) => {
    if (!isAsked && headerClaim(node, scope) === claim) isAsked = isComparedAt(node);
  });
  return isAsked;
}

function isComparedAt(claim: Node): boolean {
  for (let node = claim, { parent } = node; parent !== undefined; { parent } = node = parent) {
    const { expression, operatorToken } = parent as Node & { expression?: Node; operatorToken?: Node };
    if (operatorToken !== undefined) return isEquality(operatorToken.kind);
    const callee = expression !== undefined && expression !== node ? expression : undefined;
    if (callee !== undefined) return CHECK.test(nameOf(callee));
    // `PATTERN.test(kid)` is asked above; `kid.startsWith(…)` here.
    if (isPropertyAccessExpression(parent) && parent.expression === node && CHECK.test(parent.name.text)) return true;
    if (isFunctionLike(parent) || isBindingElement(parent)) return false;
  }
  return false;
}

function nameOf(callee: Node): string {
  const name = isPropertyAccessExpression(callee) ? callee.name : callee;
  return isIdentifier(name) ? name.text : '';
}
