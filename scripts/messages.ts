import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isPropertyAccessExpression,
  isStringLiteralLike,
  type Node,
  ScriptTarget,
} from 'typescript';

const ROOT = join(__dirname, '..');

/** The messages that the modules of a folder hand to `l10n.t`, sorted. */
export function messagesOf(folder: string): readonly string[] {
  const found = readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => messagesIn(readFileSync(join(ROOT, folder, name), 'utf8')));
  return [...new Set(found)].sort();
}

function messagesIn(text: string): readonly string[] {
  const messages: string[] = [];
  const visit = (node: Node): void => {
    const message = toMessage(node);
    if (message !== undefined) messages.push(message);
    forEachChild(node, visit);
  };
  visit(createSourceFile('module.ts', text, ScriptTarget.Latest, true));
  return messages;
}

function toMessage(node: Node): string | undefined {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return undefined;
  const [message] = node.arguments;
  const isTranslation = node.expression.getText() === 'l10n.t' && message !== undefined;
  return isTranslation && isStringLiteralLike(message) ? message.text : undefined;
}
