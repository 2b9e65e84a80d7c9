import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import {
  createSourceFile,
  type FunctionDeclaration,
  isArrowFunction,
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isFunctionDeclaration,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPropertyAssignment,
  isVariableStatement,
  JSDocParsingMode,
  type Node,
  ScriptTarget,
  type SourceFile,
  type Statement,
  type VariableDeclaration,
  type VariableStatement,
} from 'typescript';

/** Has esbuild bundle of TypeScript what its importers use, instead of all of it. One trim serves all bundles. */
export function trimmedTypescript(): Plugin {
  let trimmed: string | undefined;
  return {
    name: 'trimmed-typescript',
    setup(build) {
      build.onLoad({ filter: /[\\/]typescript[\\/]lib[\\/]typescript\.js$/ }, ({ path }) => {
        trimmed ??= trimTypescript(readFileSync(path, 'utf8'));
        return { contents: trimmed };
      });
    },
  };
}

/** Effects that neither the parser nor its trees need: on the operating system, the language service, CommonJS. */
const DROPPED =
  /^("use strict";|\{\s*\}|(registerRefactor|registerCodeFix|setObjectAllocator)\(|if \((sys && sys\.|typeof console !==)|(0 && \()?module\.exports = )/;

/** Effects that complete a variable, which the last group names: an export list, a property, a namespace. */
const COMPLETIONS = [
  /^__export\((\w+), \{/,
  /^(\w+)\.\w+ = /,
  /^\(\(\w+\) => \{[\s\S]*\}\)\((\w+) \|\| \(\1 = \{\}\)\);$/,
];

/**
 * Stands for `setObjectAllocator(getServicesObjectAllocator())`: nodes are the language service's, with all the methods
 * that the types promise; symbols, types and signatures, which only the checker makes, would bring all of the service.
 */
const NODE_CLASSES = `Object.assign(objectAllocator, {
  getNodeConstructor: () => NodeObject,
  getTokenConstructor: () => TokenObject,
  getIdentifierConstructor: () => IdentifierObject,
  getPrivateIdentifierConstructor: () => PrivateIdentifierObject,
  getSourceFileConstructor: () => SourceFileObject,
});`;

const PUBLIC_NAMES = 'typescript_exports';
const MESSAGES = 'Diagnostics';

/**
 * Rewrites typescript.js as an ES module that a bundler can cut down. As published it is one function of thousands of
 * statements; many run for their effect (they fill namespaces, register refactorings), which keeps all others alive.
 * Here each such effect becomes part of the variable that it completes, or is dropped. A statement whose form is not
 * known here is an error, because a new release of TypeScript needs a look.
 */
export function trimTypescript(published: string): string {
  const options = { languageVersion: ScriptTarget.ESNext, jsDocParsingMode: JSDocParsingMode.ParseNone };
  const tree = createSourceFile('typescript.js', published, options);
  const source: Source = (node) => published.slice(node.getStart(tree), node.end);
  const body = moduleBody(tree);
  const effects = body.filter((statement) => !isDeclaration(statement)).map(source);
  const completions = completionsByVariable(effects.filter((effect) => !DROPPED.test(effect)));
  completions.set('objectAllocator', [NODE_CLASSES]);
  if (!completions.has(PUBLIC_NAMES)) throw unexpected('no list of exports');
  const code = body.filter(isDeclaration).flatMap((declaration) => {
    if (isFunctionDeclaration(declaration)) return source(declaration);
    return declaration.declarationList.declarations.flatMap((variable) => {
      const name = source(variable.name);
      const completing = completions.get(name) ?? [];
      completions.delete(name);
      if (name === PUBLIC_NAMES) return exportDeclaration(completing);
      if (name === MESSAGES) return messageDeclarations(variable, source);
      return variableDeclaration(name, variable.initializer && source(variable.initializer), completing);
    });
  });
  if (completions.size > 0) throw unexpected(`nothing declares ${[...completions.keys()].join(', ')}`);
  return withSeparateMessages(code.join('\n'));
}

type Source = (node: Node) => string;

/** The statements of `((module) => { … })({ … })`. */
function moduleBody(tree: SourceFile): readonly Statement[] {
  for (const statement of tree.statements) {
    if (!isExpressionStatement(statement) || !isCallExpression(statement.expression)) continue;
    const callee = statement.expression.expression;
    if (!isParenthesizedExpression(callee) || !isArrowFunction(callee.expression)) continue;
    if (isBlock(callee.expression.body)) return callee.expression.body.statements;
  }
  throw unexpected('no module function');
}

function isDeclaration(statement: Statement): statement is FunctionDeclaration | VariableStatement {
  return isFunctionDeclaration(statement) || isVariableStatement(statement);
}

function completionsByVariable(effects: readonly string[]): Map<string, string[]> {
  const completions = new Map<string, string[]>();
  for (const effect of effects) {
    const [variable] = COMPLETIONS.flatMap((pattern) => pattern.exec(effect)?.[1] ?? []);
    if (variable === undefined) throw unexpected(`unknown statement ${effect.slice(0, 200)}`);
    completions.set(variable, [...(completions.get(variable) ?? []), effect]);
  }
  return completions;
}

function variableDeclaration(name: string, value: string | undefined, effects: readonly string[]): string {
  const declaration = value === undefined ? `var ${name};` : `var ${name} = ${value};`;
  if (effects.length > 0) {
    return `var ${name} = /* @__PURE__ */ (() => { ${declaration} ${effects.join(' ')} return ${name}; })();`;
  }
  return value === undefined ? declaration : `var ${name} = /* @__PURE__ */ (() => (${value}))();`;
}

function exportDeclaration(exportCalls: readonly string[]): string {
  const names = [...exportCalls.join().matchAll(/^ {2}(\w+): \(\) => (\w+),?$/gm)];
  return `export { ${names.map(([, name, variable]) => `${variable} as ${name}`).join(', ')} };`;
}

/** Each message becomes a variable of its own, so that the thousands that only the checker reports can go. */
function messageDeclarations({ initializer }: VariableDeclaration, source: Source): readonly string[] {
  if (!initializer || !isObjectLiteralExpression(initializer)) throw unexpected('no list of messages');
  const messages = initializer.properties.map((property) => {
    if (!isPropertyAssignment(property)) throw unexpected(`unknown message ${source(property)}`);
    return { name: source(property.name), value: source(property.initializer) };
  });
  return [
    ...messages.map(({ name, value }) => `var ${MESSAGES}_${name} = /* @__PURE__ */ ${value};`),
    `var ${MESSAGES} = { ${messages.map(({ name }) => `${name}: ${MESSAGES}_${name}`).join(', ')} };`,
  ];
}

function withSeparateMessages(code: string): string {
  const declared = new Set([...code.matchAll(/^var Diagnostics_(\w+) = /gm)].map(([, name]) => name));
  return code.replace(/(?<![\w.])Diagnostics\.(\w+)/g, (use, name) =>
    declared.has(name) ? `${MESSAGES}_${name}` : use,
  );
}

function unexpected(what: string): Error {
  return new Error(`typescript.js has changed, see scripts/trimTypescript.ts: ${what}`);
}
