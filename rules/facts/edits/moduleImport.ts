import type { LiveModule } from '../../resolve/module/module';
import {
  isCallExpression,
  isIdentifier,
  isImportDeclaration,
  isNamespaceImport,
  isObjectBindingPattern,
  isStringLiteral,
  isVariableStatement,
  type Node,
} from '../../syntax';
import type { Edit } from '../../text/edit';
import { lineBreakOf } from '../../text/lineBreak';

/** How code calls a function of a built-in module, and the edits that make the name known. */
export interface ImportedCall {
  readonly callee: string;
  readonly edits: readonly Edit[];
}

/** What a file has of a built-in module. */
type Known =
  /** All of it, under a name. */
  | { readonly kind: 'whole'; readonly name: string }
  /** Single names; more are written at `end`. */
  | { readonly kind: 'names'; readonly names: ReadonlyMap<string, string>; readonly end: number };

/** Calls `name` of a built-in module in the file's own style; `undefined` where another thing has that name. */
export function importedCall(builtIn: string, name: string, module: LiveModule): ImportedCall | undefined {
  const { file, tree, scope } = module;
  const known = tree.statements.flatMap((statement) => knownOf(statement, builtIn) ?? []);
  for (const one of known) if (one.kind === 'whole') return { callee: `${one.name}.${name}`, edits: [] };
  for (const one of known) {
    const local = one.kind === 'names' ? one.names.get(name) : undefined;
    if (local !== undefined) return { callee: local, edits: [] };
  }
  if (scope.declarations.some((one) => one.name === name)) return undefined;
  for (const one of known) {
    if (one.kind === 'names') {
      const text = one.names.size === 0 ? ` ${name} ` : `, ${name}`;
      return { callee: name, edits: [{ file, span: { start: one.end, end: one.end }, text }] };
    }
  }
  const line = newImport(builtIn, name, module);
  return line === undefined ? undefined : { callee: name, edits: [line] };
}

function knownOf(statement: Node, builtIn: string): Known | readonly [] {
  if (isImportDeclaration(statement)) {
    const { importClause, moduleSpecifier } = statement;
    if (importClause === undefined || importClause.isTypeOnly || !isBuiltIn(moduleSpecifier, builtIn)) return [];
    if (importClause.name !== undefined) return { kind: 'whole', name: importClause.name.text };
    const { namedBindings: bindings } = importClause;
    if (bindings === undefined) return [];
    if (isNamespaceImport(bindings)) return { kind: 'whole', name: bindings.name.text };
    const names = new Map(bindings.elements.map((one) => [(one.propertyName ?? one.name).text, one.name.text]));
    return { kind: 'names', names, end: endOfList(bindings.elements) };
  }
  if (!isVariableStatement(statement)) return [];
  for (const { name, initializer } of statement.declarationList.declarations) {
    if (initializer === undefined || !isCallExpression(initializer) || !isRequire(initializer, builtIn)) continue;
    if (isIdentifier(name)) return { kind: 'whole', name: name.text };
    if (!isObjectBindingPattern(name)) continue;
    const names = new Map(
      name.elements.flatMap(({ propertyName, name: local }) =>
        isIdentifier(local) ? [[((propertyName ?? local) as { text?: string }).text ?? '', local.text] as const] : [],
      ),
    );
    return { kind: 'names', names, end: endOfList(name.elements) };
  }
  return [];
}

/** Behind the last element, before a trailing comma. */
function endOfList(elements: readonly Node[] & { readonly pos: number }): number {
  return elements[elements.length - 1]?.end ?? elements.pos;
}

function isRequire(
  { expression, arguments: [specifier] }: Node & { expression: Node; arguments: readonly Node[] },
  builtIn: string,
): boolean {
  return (
    isIdentifier(expression) &&
    expression.text === 'require' &&
    specifier !== undefined &&
    isBuiltIn(specifier, builtIn)
  );
}

function isBuiltIn(specifier: Node, builtIn: string): boolean {
  return isStringLiteral(specifier) && specifier.text.replace(/^node:/, '') === builtIn;
}

/** One more line behind the imports, or before the first statement that is no directive. */
function newImport(builtIn: string, name: string, { file, tree, quote }: LiveModule): Edit | undefined {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return undefined;
  const { statements, text } = tree;
  const isRequiring = (one: Node): boolean =>
    isVariableStatement(one) && /=\s*require\(/.test(text.slice(one.pos, one.end));
  const imports = statements.filter((one) => isImportDeclaration(one));
  const requires = statements.filter(isRequiring);
  const isCommonJs = imports.length === 0 && (requires.length > 0 || /\bmodule\.exports\b|^exports\./m.test(text));
  const last = isCommonJs ? requires[requires.length - 1] : imports[imports.length - 1];
  const end = lineBreakOf(text);
  const stop = /;\s*$/m.test(text) ? ';' : '';
  const specifier = `${quote}${/['"](?:crypto|fs|path|http|https|url|util)['"]/.test(text) ? '' : 'node:'}${builtIn}${quote}`;
  const line = isCommonJs
    ? `const { ${name} } = require(${specifier})${stop}`
    : `import { ${name} } from ${specifier}${stop}`;
  if (last !== undefined) return { file, span: { start: last.end, end: last.end }, text: `${end}${line}` };
  const first = statements.find((one) => !isDirective(one))?.getStart(tree);
  return first === undefined ? undefined : { file, span: { start: first, end: first }, text: `${line}${end}${end}` };
}

function isDirective(statement: Node): boolean {
  const { expression } = statement as Node & { expression?: Node };
  return expression !== undefined && isStringLiteral(expression);
}
