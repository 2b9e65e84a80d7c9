import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile,
  getTextOfJSDocComment,
  isInterfaceDeclaration,
  isPropertySignature,
  isTypeAliasDeclaration,
  isTypeLiteralNode,
  type JSDoc,
  type Node,
  type PropertySignature,
  ScriptTarget,
} from 'typescript';
import type { GeneratedFile } from '../registries';
import { code, note, table } from './markdown';

const PATH = 'rules/facts/schema.ts';

const INTRODUCTION = `A fact is something that happens in a program. Models say how a library spells it; rules look at facts, and know no library.
\`authlint facts FILE\` lists those of a file. Each attribute is one of these:

- \`Constant\`: the library, or the place, says it once and for all
- \`Setting\`: code can set it; what is not written is what the library does by itself, and what cannot be seen is not known
- \`Flow\`, \`Payload\`: a value, followed to where it comes from
- \`Claims\`: what is done with what a token says
- \`Lifetime\`: seconds; \`never\` has no end of its own, \`session\` ends with the browser's session`;

/** What facts there are, and what their attributes mean, as the schema says. */
export function factsPage(): GeneratedFile {
  const source = createSourceFile(
    PATH,
    readFileSync(join(__dirname, '../..', PATH), 'utf8'),
    ScriptTarget.ESNext,
    true,
  );
  const schema = source.statements.filter(isInterfaceDeclaration).find(({ name }) => name.text === 'FactSchema');
  const members = [...(schema?.members ?? [])].filter(isPropertySignature);
  const kinds = members.flatMap((member) => [
    `## ${member.name.getText()}`,
    commentOf(member),
    table(['attribute', 'values', 'meaning'], attributesOf(member)),
  ]);
  const types = members.map(({ type }) => type?.getText() ?? '').join(' ');
  const aliases = source.statements
    .filter(isTypeAliasDeclaration)
    .filter(({ name }) => new RegExp(`\\b${name.text}\\b`).test(types))
    .map((alias) => [code(alias.name.text), code(oneLine(alias.type.getText())), commentOf(alias)]);
  const values = ['## Values', table(['name', 'values', 'meaning'], aliases)];
  const parts = [note(PATH), '# Facts', INTRODUCTION, ...kinds, ...values];
  return { path: 'docs/facts.md', text: `${parts.join('\n\n')}\n` };
}

function attributesOf({ type }: PropertySignature): readonly (readonly string[])[] {
  const members = type !== undefined && isTypeLiteralNode(type) ? type.members.filter(isPropertySignature) : [];
  return members.map((member) => [
    code(member.name.getText()),
    code(oneLine(member.type?.getText() ?? '')),
    commentOf(member),
  ]);
}

function commentOf(node: Node & { readonly jsDoc?: readonly JSDoc[] }): string {
  const text = getTextOfJSDocComment(node.jsDoc?.at(-1)?.comment) ?? '';
  return oneLine(text).replaceAll('|', '\\|');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
