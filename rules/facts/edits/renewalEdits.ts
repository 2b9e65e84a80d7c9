import type { LiveModule } from '../../resolve/module/module';
import { isMemberAssignment } from '../../resolve/scope/scope';
import { enclosing } from '../../resolve/scope/surroundings';
import {
  findNode,
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isFunctionLike,
  isIdentifier,
  isReturnStatement,
  type Node,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { Edit } from '../../text/edit';
import { lineBreakOf } from '../../text/lineBreak';
import type { OwnedSession } from '../knowledge';
import { lastName, memberOf, type SessionTerm, sessionOf } from '../written/sessionTerms';
import { indentOf } from './statement';

/** The edits that give a session a new id before something is put into it; `undefined` where that may lose something. */
export function renewalEdits(
  write: Node,
  session: SessionTerm,
  { renewal, renewedBy }: OwnedSession,
  module: LiveModule,
): readonly Edit[] | undefined {
  const statement = write.parent;
  const method = renewedBy?.[0];
  if (renewal === undefined || method === undefined || session.isAlias || !isExpressionStatement(statement))
    return undefined;
  if (!isBlock(statement.parent) || usesSessionOtherwise(write, session, module)) return undefined;
  const holder = textOf(
    isMemberAssignment(write)
      ? memberOf(write.left)?.object
      : memberOf((write as Node & { expression: Node }).expression)?.object,
    module,
  );
  const body = enclosing(write, isFunctionLike);
  if (holder === '' || body === undefined || /[!?]/.test(holder)) return undefined;
  const call = `${holder}.${method}`;
  return callBefore(statement, body, call, renewal, module);
}

/** The edits that wait for a call before a statement runs. */
export function callBefore(
  statement: Node,
  body: Node,
  call: string,
  way: 'callback' | 'promise',
  module: LiveModule,
): readonly Edit[] | undefined {
  if (!isAsync(body)) return way === 'callback' ? wrapped(statement, body, call, module) : undefined;
  const start = statement.getStart(module.tree);
  const { text: source } = module.tree;
  const stop = source[statement.end - 1] === ';' ? ';' : '';
  const indent = indentOf(start, source);
  if (indent === undefined) return undefined;
  const type = /\.[cm]?tsx?$/.test(module.file) ? '<void>' : '';
  const awaited =
    way === 'promise'
      ? `await ${call}()`
      : `await new Promise${type}((resolve, reject) => ${call}((error) => (error ? reject(error) : resolve())))`;
  const end = lineBreakOf(source);
  return [{ file: module.file, span: { start, end: start }, text: `${awaited}${stop}${end}${indent}` }];
}

function textOf(node: Node | undefined, { tree }: LiveModule): string {
  if (node === undefined) return '';
  const { start, end } = spanOf(node, tree);
  return tree.text.slice(start, end);
}

function isAsync(node: Node): boolean {
  const { modifiers = [] } = node as Node & { modifiers?: readonly Node[] };
  return modifiers.some(({ kind }) => kind === SyntaxKind.AsyncKeyword);
}

/** What the session held before is gone with its id: something else in the handler may need it. */
function usesSessionOtherwise(write: Node, { handler }: SessionTerm, { scope }: LiveModule): boolean {
  const use = findNode(handler, (node) => {
    const session =
      isIdentifier(node) || node.kind === SyntaxKind.PropertyAccessExpression ? sessionOf(node, scope) : undefined;
    if (session === undefined || session.property !== 'session') return false;
    const { parent } = node;
    const isWritten = isMemberAssignment(parent.parent) && parent.parent.left === parent;
    const isSaved = isCallExpression(parent.parent) && /^(?:save|set)$/.test(lastName(parent));
    // What is read before is read in time, what is written after goes into the new session.
    return (isWritten || isSaved) !== parent.pos >= write.pos;
  });
  return use !== undefined;
}

/** The statement and what follows it, in the callback: only where nothing else waits for them. */
function wrapped(statement: Node, body: Node, call: string, module: LiveModule): readonly Edit[] | undefined {
  const { tree, file } = module;
  const { text } = tree;
  const block = statement.parent;
  if (!isBlock(block) || isAsync(body)) return undefined;
  const tail = block.statements.slice(block.statements.indexOf(statement as never));
  const last = tail[tail.length - 1];
  const failure = failureIn(statement);
  const isPassedOn = isReturnStatement(last ?? statement);
  if (last === undefined || failure === undefined || !isLast(block, body, isPassedOn)) return undefined;
  const { start } = spanOf(statement, tree);
  const { end } = spanOf(last, tree);
  const indent = indentOf(start, text);
  const outer = indentOf(block.end - 1, text);
  const moved = text.slice(start, end);
  if (indent === undefined || outer === undefined || !indent.startsWith(outer) || indent === outer) return undefined;
  if (/`[^`]*\n|\berror\b|\bvar\b|\bfunction\s+\w/.test(moved)) return undefined;
  const unit = indent.slice(outer.length);
  const inner = moved.replace(/\n(?=[^\r\n])/g, `\n${unit}`);
  const line = `${lineBreakOf(text)}${indent}`;
  const stop = text[end - 1] === ';' ? ';' : '';
  const code = `${isPassedOn ? 'return ' : ''}${call}((error) => {${line}${unit}if (error) return ${failure}${stop}${line}${unit}${inner}${line}})${stop}`;
  return [{ file, span: { start, end }, text: code }];
}

/** How the handlers around report that something failed. */
function failureIn(statement: Node): string | undefined {
  const names: string[] = [];
  for (let at: Node | undefined = statement; at !== undefined; at = at.parent) {
    if (!isFunctionLike(at)) continue;
    for (const { name } of at.parameters as readonly (Node & { name?: Node })[])
      if (name !== undefined && isIdentifier(name)) names.push(name.text);
  }
  if (names.includes('next')) return 'next(error)';
  return names.includes('res') ? 'res.sendStatus(500)' : undefined;
}

/** Whether nothing of a function runs behind a block, nor takes what it throws or gives. */
function isLast(block: Node, body: Node, isPassedOn: boolean): boolean {
  const { parent } = body;
  if (isCallExpression(parent) && /^(?:then|catch|finally|map|forEach)$/.test(lastName(parent.expression)))
    return false;
  let isTail = true;
  for (let at = block; at.parent !== body; at = at.parent) {
    const { parent: holder } = at;
    if (isBlock(holder)) isTail &&= holder.statements[holder.statements.length - 1] === at;
    else if (holder.kind !== SyntaxKind.IfStatement) return false;
  }
  return isTail || isPassedOn;
}
