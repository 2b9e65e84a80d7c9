import {
  type ClassLikeDeclaration,
  isArrayBindingPattern,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isClassLike,
  isConstructorDeclaration,
  isEnumDeclaration,
  isFunctionLike,
  isIdentifier,
  isObjectBindingPattern,
  isParameter,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isStringLiteral,
  isVariableDeclaration,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
  walk,
} from '../syntax';
import {
  type Action,
  actionTerm,
  dependsOnParameter,
  type IsKnownName,
  mayLeadSomewhere,
  sitesWithin,
  type Target,
  targetOf,
  writtenName,
} from './actions';
import { collectExports, lowerImport } from './exports';
import { shapeOfFunction } from './functions';
import { isGuarded } from './guard';
import { type LoweringContext, lowerExpression, lowerKey, withoutWrappers } from './lower';
import { bindScopes, type Declaration, type FileScope } from './scope';
import type { Binding, ClassShape, FunctionShape, ModuleSummary, Quote, VariableBinding, Write } from './summary';
import { IMPORTER, MODULE_BODY } from './summary';
import type { CallTerm, Term } from './term';
import { lowerTypeName } from './types';
import { FALLBACK_ASSIGNMENTS, type WriteTarget } from './writes';

/** A module as the evaluator sees it: the file under analysis, or the summary of another. */
export interface Module {
  readonly file: string;
  readonly quote: Quote;
  readonly exports: Readonly<Record<string, Term>>;
  readonly exportsAllOf: readonly string[];
  binding(id: number): Binding;
  function(id: number): FunctionShape;
  class(id: number): ClassShape;
  /** What the body of a function calls and assigns to. */
  targetsIn(functionId: number): readonly Target[];
  /** The calls that a function is handed to as an argument, where this module's text shows them. */
  handedTo(functionId: number): readonly HandOver[];
}

/** `app.get('/', handler)`: a function is argument `index` of a call. */
export interface HandOver {
  readonly call: CallTerm;
  readonly index: number;
}

/** The module of the file under analysis: lowered on demand, each part once. */
export interface LiveModule extends Module {
  readonly tree: SourceFile;
  readonly scope: FileScope;
  lower(node: Node): Term;
  /** What one of the scope's sites does; `undefined` when its syntax is broken. */
  action(site: Node): Action | undefined;
}

const OPAQUE: Binding = { kind: 'opaque', name: '' };
const NO_FUNCTION: FunctionShape = { name: undefined, parameters: [], returns: [], effects: [], fallsThrough: true };
const NO_CLASS: ClassShape = {
  name: undefined,
  extends: undefined,
  constructorId: undefined,
  members: {},
  statics: {},
};

export function moduleOfSummary(summary: ModuleSummary): Module {
  return {
    file: summary.file,
    quote: summary.quote,
    exports: summary.exports,
    exportsAllOf: summary.exportsAllOf,
    binding: (id) => summary.bindings[id] ?? OPAQUE,
    function: (id) => summary.functions[id] ?? NO_FUNCTION,
    class: (id) => summary.classes[id] ?? NO_CLASS,
    targetsIn: (id) =>
      (summary.functions[id] ?? NO_FUNCTION).effects.map(({ term }) =>
        term.kind === 'call' ? { kind: 'call', term: term.callee } : { kind: 'assignment', term: term.target },
      ),
    handedTo: () => [],
  };
}

export function moduleOfTree(file: string, tree: SourceFile, isKnownName: IsKnownName): LiveModule {
  const scope = bindScopes(tree);
  const functions = numbered();
  const classes = numbered();
  const terms = new Map<Node, Term>();
  const bindings = new Map<number, Binding>();
  const shapes = new Map<number, FunctionShape>();
  const classShapes = new Map<number, ClassShape>();
  let handOvers: HandOverIndex | undefined;
  let aliases: ReadonlyMap<number, readonly Alias[]> | undefined;

  const context: LoweringContext = {
    tree,
    findBinding: scope.find,
    findInitializer(identifier) {
      if (!isIdentifier(identifier)) return undefined;
      const id = scope.find(identifier.text, identifier);
      const declared = id === undefined ? undefined : scope.declarations[id]?.node.parent;
      return declared !== undefined && isVariableDeclaration(declared) ? declared.initializer : undefined;
    },
    functionId: functions.idOf,
    classId: classes.idOf,
    enclosingFunction(node) {
      const found = enclosing(node, isFunctionLike);
      return found === undefined ? MODULE_BODY : functions.idOf(found);
    },
    enclosingClass(node) {
      const found = enclosing(node, isClassLike);
      return found === undefined ? undefined : classes.idOf(found);
    },
    lower: (node) => once(terms, node, () => lowerExpression(node, context)),
  };
  const { lower } = context;
  const isUnderGuard = (node: Node): boolean => isGuarded(node, context.findInitializer);

  const handOversOf = (): HandOverIndex => {
    handOvers ??= indexHandOvers(scope);
    return handOvers;
  };

  const ownWrites = (id: number, name: string): readonly Write[] =>
    (scope.writes.get(name) ?? [])
      .filter(({ identifier }) => scope.find(name, identifier) === id)
      .map((target) => toWrite(target, lower, context, isUnderGuard));

  /** Writes to a name, under its other names too, and by functions of the file that it is handed to. */
  const writesOf = (id: number, name: string): readonly Write[] => {
    aliases ??= indexAliases(scope);
    const found = [...ownWrites(id, name)];
    for (const alias of aliases.get(id) ?? []) {
      for (const write of ownWrites(alias.id, alias.name)) {
        if (write.path.length > 0) found.push({ ...write, path: [...alias.path, ...write.path] });
      }
    }
    for (const { site, index } of handOversOf().byDeclaration.get(id) ?? []) {
      if (writesParameter(site, index, scope)) found.push(unknownWrite(site, context, isUnderGuard));
    }
    return found.length < 2 ? found : found.sort((one, other) => one.span.start - other.span.start);
  };

  const bind = (id: number): Binding => {
    const declaration = scope.declarations[id];
    if (declaration === undefined) return OPAQUE;
    const { name, node } = declaration;
    switch (declaration.kind) {
      case 'import':
        return lowerImport(node) ?? OPAQUE;
      case 'function':
        return { kind: 'function', name, id: functions.idOf(node) };
      case 'class':
        return { kind: 'class', name, id: classes.idOf(node) };
      case 'enum':
        return { kind: 'enum', name, members: enumMembers(node, context) };
      case 'variable':
        return bindVariable(declaration, writesOf(id, name), context, lower);
      case 'parameter':
        return bindParameter(declaration, writesOf(id, name), context, lower);
      case 'opaque':
        return { kind: 'opaque', name };
    }
  };

  const action = (site: Node): Action | undefined => {
    const term = actionTerm(site, lower, tree);
    if (term === undefined) return undefined;
    // Most actions turn out to be nothing: what surrounds them is looked at when it is asked for.
    return {
      term,
      get written() {
        return writtenName(site, tree);
      },
      get guarded() {
        return isUnderGuard(site);
      },
      get around() {
        return namesAround(site);
      },
    };
  };

  const shapeOf = (node: Node, id: number): FunctionShape => {
    const findEffects = (): readonly Action[] => {
      const found: Action[] = [];
      for (const site of sitesWithin(node, scope.sites)) {
        const term = actionTerm(site, lower, tree);
        if (term === undefined || !mayLeadSomewhere(term, isKnownName, binding)) continue;
        if (!dependsOnParameter(term, id, binding)) continue;
        const effect = action(site);
        if (effect !== undefined) found.push(effect);
      }
      return found;
    };
    let effects: readonly Action[] | undefined;
    return {
      ...shapeOfFunction(node, lower, isUnderGuard, context),
      // Few functions are ever looked through.
      get effects() {
        effects ??= findEffects();
        return effects;
      },
    };
  };

  const binding = (id: number): Binding => once(bindings, id, () => bind(id));

  const { exports, exportsAllOf } = collectExports(scope, { ...context, lower, enclosingFunction: () => IMPORTER });
  return {
    file,
    quote: preferredQuote(tree.text),
    tree,
    scope,
    exports,
    exportsAllOf,
    lower,
    action,
    binding,
    function: (id) => {
      const node = functions.nodeOf(id);
      return node === undefined ? NO_FUNCTION : once(shapes, id, () => shapeOf(node, id));
    },
    class: (id) => {
      const node = classes.nodeOf(id);
      return node === undefined ? NO_CLASS : once(classShapes, id, () => shapeOfClass(node, scope, context, lower));
    },
    targetsIn: (id) => {
      const node = functions.nodeOf(id);
      return node === undefined ? [] : sitesWithin(node, scope.sites).map((site) => targetOf(site, lower));
    },
    handedTo: (id) => {
      const node = functions.nodeOf(id);
      if (node === undefined) return [];
      const name = nameOfFunction(node);
      const declaration = name === undefined ? undefined : scope.find(name, node);
      const named = declaration === undefined ? [] : (handOversOf().byDeclaration.get(declaration) ?? []);
      return [...(handOversOf().byNode.get(node) ?? []), ...named].flatMap(({ site, index }) => {
        const call = lower(site);
        return call.kind === 'call' ? [{ call, index }] : [];
      });
    },
  };
}

/** Another name for what a name holds, or for a part of it. */
interface Alias {
  readonly id: number;
  readonly name: string;
  readonly path: readonly string[];
}

/** `const other = name`, `const { part } = name`: only names that something is written through. */
function indexAliases(scope: FileScope): ReadonlyMap<number, readonly Alias[]> {
  const aliases = new Map<number, Alias[]>();
  for (const [id, { name, kind, node }] of scope.declarations.entries()) {
    if (kind !== 'variable' || !scope.writes.has(name)) continue;
    const path: string[] = [];
    let holder = node.parent;
    for (; isBindingElement(holder); holder = holder.parent.parent) {
      const { propertyName } = holder;
      path.unshift(propertyName !== undefined && isIdentifier(propertyName) ? propertyName.text : name);
    }
    if (!isVariableDeclaration(holder) || holder.initializer === undefined) continue;
    let source = withoutWrappers(holder.initializer);
    while (isPropertyAccessExpression(source)) {
      path.unshift(source.name.text);
      source = source.expression;
    }
    const of = isIdentifier(source) ? scope.find(source.text, source) : undefined;
    if (of === undefined || of === id) continue;
    const known = aliases.get(of);
    if (known === undefined) aliases.set(of, [{ id, name, path }]);
    else known.push({ id, name, path });
  }
  return aliases;
}

/** Whether the function of this file that a call means writes to a property of its parameter `index`. */
function writesParameter(site: Node, index: number, scope: FileScope): boolean {
  const { expression: callee } = site as Node & { expression?: Node };
  if (callee === undefined || !isIdentifier(callee)) return false;
  const id = scope.find(callee.text, callee);
  const declared = id === undefined ? undefined : scope.declarations[id]?.node;
  const variable = declared?.parent;
  const called =
    declared !== undefined && isFunctionLike(declared)
      ? declared
      : variable !== undefined && isVariableDeclaration(variable)
        ? variable.initializer
        : undefined;
  const parameter = called !== undefined && isFunctionLike(called) ? called.parameters[index] : undefined;
  if (called === undefined || parameter === undefined || !isIdentifier(parameter.name)) return false;
  const { text } = parameter.name;
  const own = scope.find(text, parameter);
  return (scope.writes.get(text) ?? []).some(
    ({ identifier, path, kind }) => (path.length > 0 || kind === 'spread') && scope.find(text, identifier) === own,
  );
}

function unknownWrite(node: Node, context: LoweringContext, isUnderGuard: (node: Node) => boolean): Write {
  const target: WriteTarget = { name: '', identifier: node, path: [undefined], kind: 'assign', value: undefined, node };
  return toWrite(target, () => ({ kind: 'unknown', span: spanOf(node, context.tree) }), context, isUnderGuard);
}

function toWrite(
  target: WriteTarget,
  lower: (node: Node) => Term,
  context: LoweringContext,
  isUnderGuard: (node: Node) => boolean,
): Write {
  const block = unconditionalBlock(target.node);
  return {
    path: target.path,
    value: target.value === undefined ? undefined : writtenTerm(target.node, target.value, lower, context),
    kind: target.kind,
    span: spanOf(target.node, context.tree),
    function: context.enclosingFunction(target.node),
    block: { start: block.pos, end: block.end },
    unconditional: block.kind === SyntaxKind.SourceFile || isFunctionLike(block.parent),
    guarded: isUnderGuard(target.node),
  };
}

/** What a write leaves in its target: of `x ||= y`, `x || y`. */
function writtenTerm(node: Node, value: Node, lower: (node: Node) => Term, context: LoweringContext): Term {
  if (!isBinaryExpression(node) || !FALLBACK_ASSIGNMENTS.has(node.operatorToken.kind)) return lower(value);
  const span = spanOf(node, context.tree);
  return { kind: 'logical', operator: '||', left: lower(node.left), right: lower(value), guarded: false, span };
}

/** The innermost stretch of code around a node that runs as a whole or not at all. */
function unconditionalBlock(node: Node): Node {
  for (let child = node, parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
    switch (parent.kind) {
      case SyntaxKind.IfStatement:
      case SyntaxKind.ConditionalExpression:
      case SyntaxKind.ForStatement:
      case SyntaxKind.ForInStatement:
      case SyntaxKind.ForOfStatement:
      case SyntaxKind.WhileStatement:
      case SyntaxKind.DoStatement:
      case SyntaxKind.CaseClause:
      case SyntaxKind.DefaultClause:
      case SyntaxKind.TryStatement:
      case SyntaxKind.CatchClause:
        return child;
      case SyntaxKind.BinaryExpression:
        if (isLogicalOperand(parent, child)) return child;
        break;
      case SyntaxKind.SourceFile:
        return parent;
      default:
        if (isFunctionLike(parent)) return child;
    }
  }
  return node;
}

function isLogicalOperand(parent: Node, child: Node): boolean {
  const { right, operatorToken } = parent as Node & { right: Node; operatorToken: Node };
  if (child !== right) return false;
  return (
    operatorToken.kind === SyntaxKind.AmpersandAmpersandToken ||
    operatorToken.kind === SyntaxKind.BarBarToken ||
    operatorToken.kind === SyntaxKind.QuestionQuestionToken
  );
}

function bindVariable(
  { name, node }: Declaration,
  writes: readonly Write[],
  context: LoweringContext,
  lower: (node: Node) => Term,
): VariableBinding {
  const { root, initial } = initialOf(node, context, lower);
  const type = isVariableDeclaration(root) && root.name === node ? lowerTypeName(root.type, context) : undefined;
  return { kind: 'variable', name, function: context.enclosingFunction(root), initial, writes, type };
}

/** The declaration that a pattern belongs to, and what its initializer gives to one of its names. */
function initialOf(
  node: Node,
  context: LoweringContext,
  lower: (node: Node) => Term,
): { readonly root: Node; readonly initial: Term | undefined } {
  const { parent } = node;
  if (isVariableDeclaration(parent)) {
    return { root: parent, initial: parent.initializer === undefined ? undefined : lower(parent.initializer) };
  }
  if (!isBindingElement(parent)) return { root: node, initial: undefined };
  const pattern = parent.parent;
  const { root, initial } = initialOf(pattern, context, lower);
  const span = spanOf(parent, context.tree);
  if (initial === undefined) return { root, initial: { kind: 'unknown', span } };
  if (parent.dotDotDotToken !== undefined) {
    const rest: Term = isObjectBindingPattern(pattern)
      ? {
          kind: 'object',
          members: [{ kind: 'spread', value: initial, span }],
          layout: {
            end: span.start,
            trailingComma: false,
            isClosed: true,
            commentEnd: undefined,
            lineBreak: undefined,
          },
          span,
        }
      : { kind: 'unknown', span };
    return { root, initial: rest };
  }
  const key = keyOf(parent, context);
  const taken: Term = { kind: 'member', object: initial, key, span, keySpan: span };
  if (parent.initializer === undefined) return { root, initial: taken };
  const fallback = lower(parent.initializer);
  return { root, initial: { kind: 'logical', operator: '??', left: taken, right: fallback, guarded: false, span } };
}

function keyOf(element: Node, context: LoweringContext): string | Term {
  if (!isBindingElement(element)) return '';
  const { parent: pattern, propertyName, name } = element;
  if (isArrayBindingPattern(pattern)) return String(pattern.elements.indexOf(element));
  if (propertyName !== undefined) return lowerKey(propertyName, context);
  return isIdentifier(name) ? name.text : '';
}

function bindParameter(
  { name, node }: Declaration,
  writes: readonly Write[],
  context: LoweringContext,
  lower: (node: Node) => Term,
): Binding {
  const path: string[] = [];
  let fallback: Term | undefined;
  let rest = false;
  let holder = node.parent;
  for (; isBindingElement(holder); holder = holder.parent.parent) {
    const key = keyOf(holder, context);
    if (typeof key !== 'string') return { kind: 'opaque', name };
    if (holder.dotDotDotToken !== undefined) rest = true;
    else path.unshift(key);
    if (holder.initializer !== undefined) fallback ??= lower(holder.initializer);
  }
  if (!isParameter(holder)) return { kind: 'opaque', name };
  if (holder.initializer !== undefined && path.length === 0) fallback ??= lower(holder.initializer);
  return {
    kind: 'parameter',
    name,
    function: context.functionId(holder.parent),
    index: holder.parent.parameters.indexOf(holder as never),
    path,
    rest: rest || holder.dotDotDotToken !== undefined,
    default: fallback,
    writes,
  };
}

function enumMembers(node: Node, context: LoweringContext): Readonly<Record<string, Term>> {
  const members: Record<string, Term> = {};
  if (!isEnumDeclaration(node)) return members;
  let next: number | undefined = 0;
  for (const member of node.members) {
    const key = lowerKey(member.name, context);
    if (typeof key !== 'string') continue;
    const span = spanOf(member, context.tree);
    const value: Term =
      member.initializer !== undefined
        ? context.lower(member.initializer)
        : next === undefined
          ? { kind: 'unknown', span }
          : { kind: 'literal', value: next, span };
    members[key] = value;
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
  }
  return members;
}

function shapeOfClass(node: Node, scope: FileScope, context: LoweringContext, lower: (node: Node) => Term): ClassShape {
  const members: Record<string, Term> = {};
  const statics: Record<string, Term> = {};
  const declaration = node as ClassLikeDeclaration;
  let constructorId: number | undefined;
  for (const member of declaration.members) {
    if (isConstructorDeclaration(member)) {
      if (member.body !== undefined) constructorId = context.functionId(member);
      constructorMembers(member, members, context, lower);
      continue;
    }
    const key = member.name === undefined ? undefined : lowerKey(member.name, context);
    if (typeof key !== 'string') continue;
    const isStatic = (member as { modifiers?: readonly Node[] }).modifiers?.some(
      ({ kind }) => kind === SyntaxKind.StaticKeyword,
    );
    const target = isStatic === true ? statics : members;
    if (isPropertyDeclaration(member) && member.initializer !== undefined) target[key] = lower(member.initializer);
    else if (member.kind === SyntaxKind.MethodDeclaration) target[key] = lower(member);
  }
  for (const [key, alternatives] of fieldWrites(node, scope, lower)) {
    for (const value of alternatives) {
      const initial = members[key];
      if (initial === value) continue;
      const { span } = value;
      members[key] =
        initial === undefined
          ? value
          : { kind: 'choice', condition: { kind: 'unknown', span }, then: initial, else: value, guarded: false, span };
    }
  }
  const base = declaration.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword)?.types[0];
  return {
    name: declaration.name?.text,
    extends: base === undefined ? undefined : lower(base.expression),
    constructorId,
    members,
    statics,
  };
}

/** What the methods of a class write to its fields; a write to a part of a field leaves it unknown. */
function fieldWrites(node: Node, scope: FileScope, lower: (node: Node) => Term): ReadonlyMap<string, readonly Term[]> {
  const found = new Map<string, Term[]>();
  for (const { identifier, path, value } of scope.writes.get('this') ?? []) {
    const [key] = path;
    if (key === undefined || enclosing(identifier, isClassLike) !== node) continue;
    const { pos, end } = identifier;
    const written: Term =
      path.length === 1 && value !== undefined ? lower(value) : { kind: 'unknown', span: { start: pos, end } };
    found.set(key, [...(found.get(key) ?? []), written]);
  }
  return found;
}

/** What a constructor gives to fields: parameter properties, and `this.field = value` in its body. */
function constructorMembers(
  declaration: Node,
  members: Record<string, Term>,
  context: LoweringContext,
  lower: (node: Node) => Term,
): void {
  const { parameters, body } = declaration as Node & { parameters: readonly Node[]; body?: Node };
  for (const parameter of parameters) {
    if (!isParameter(parameter) || parameter.modifiers === undefined || !isIdentifier(parameter.name)) continue;
    members[parameter.name.text] = context.lower(parameter.name);
  }
  if (body === undefined) return;
  walk(body, (node) => {
    if (node.kind !== SyntaxKind.BinaryExpression) return;
    const term = assignedField(node, lower);
    if (term !== undefined && !(term.field in members)) members[term.field] = term.value;
  });
}

function assignedField(
  node: Node,
  lower: (node: Node) => Term,
): { readonly field: string; readonly value: Term } | undefined {
  const { left, right, operatorToken } = node as Node & { left: Node; right: Node; operatorToken: Node };
  if (operatorToken.kind !== SyntaxKind.EqualsToken || left.kind !== SyntaxKind.PropertyAccessExpression)
    return undefined;
  const { expression, name } = left as Node & { expression: Node; name: Node & { text: string } };
  return expression.kind === SyntaxKind.ThisKeyword ? { field: name.text, value: lower(right) } : undefined;
}

/** Which calls each function is handed to: those written in place by node, those with a name by declaration. */
interface HandOverIndex {
  readonly byNode: ReadonlyMap<Node, readonly HandedArgument[]>;
  readonly byDeclaration: ReadonlyMap<number, readonly HandedArgument[]>;
}

interface HandedArgument {
  readonly site: Node;
  readonly index: number;
}

function indexHandOvers(scope: FileScope): HandOverIndex {
  const byNode = new Map<Node, HandedArgument[]>();
  const byDeclaration = new Map<number, HandedArgument[]>();
  const add = <Key>(map: Map<Key, HandedArgument[]>, key: Key, argument: HandedArgument): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [argument]);
    else known.push(argument);
  };
  for (const site of scope.sites) {
    const list = (site as { arguments?: readonly Node[] }).arguments ?? [];
    for (const [index, argument] of list.entries()) {
      const value = withoutWrappers(argument);
      if (isFunctionLike(value)) add(byNode, value, { site, index });
      else if (isIdentifier(value)) {
        const id = scope.find(value.text, value);
        if (id !== undefined) add(byDeclaration, id, { site, index });
      }
    }
  }
  return { byNode, byDeclaration };
}

/** The name that a function is known by: its own, or that of the variable or property that holds it. */
function nameOfFunction(node: Node): string | undefined {
  const { name } = node as Node & { name?: Node };
  if (name !== undefined && isIdentifier(name)) return name.text;
  const { parent } = node;
  return isVariableDeclaration(parent) && isIdentifier(parent.name) ? parent.name.text : undefined;
}

function namesAround(node: Node): readonly string[] {
  const names: string[] = [];
  for (let child = node, at = node.parent; at !== undefined; child = at, at = at.parent) {
    const name = nameGivenBy(at, child);
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** The name under which `parent` holds `child`: of a declaration, a property, an assignment, or a route. */
function nameGivenBy(parent: Node, child: Node): string | undefined {
  if (isBinaryExpression(parent)) {
    const isAssigned = parent.operatorToken.kind === SyntaxKind.EqualsToken && child === parent.right;
    return isAssigned && isPropertyAccessExpression(parent.left) ? parent.left.name.text : undefined;
  }
  if (isCallExpression(parent)) {
    const [path] = parent.arguments;
    const isRoute = path !== undefined && child !== path && isStringLiteral(path) && path.text.startsWith('/');
    return isRoute && isFunctionLike(child) ? path.text : undefined;
  }
  const isNaming =
    isFunctionLike(parent) ||
    isClassLike(parent) ||
    isVariableDeclaration(parent) ||
    isPropertyAssignment(parent) ||
    isPropertyDeclaration(parent);
  const { name } = parent as Node & { name?: Node };
  return isNaming && name !== undefined && isIdentifier(name) ? name.text : undefined;
}

function enclosing(node: Node, accepts: (node: Node) => boolean): Node | undefined {
  let at: Node | undefined = node.parent;
  while (at !== undefined && !accepts(at)) at = at.parent;
  return at;
}

function preferredQuote(text: string): Quote {
  const single = text.split("'", 200).length;
  const double = text.split('"', 200).length;
  return double > single ? '"' : "'";
}

/** Gives nodes numbers, in the order in which they are asked for. */
function numbered(): { idOf(node: Node): number; nodeOf(id: number): Node | undefined } {
  const ids = new Map<Node, number>();
  const nodes: Node[] = [];
  return {
    idOf: (node) =>
      once(ids, node, () => {
        nodes.push(node);
        return nodes.length - 1;
      }),
    nodeOf: (id) => nodes[id],
  };
}

function once<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}
