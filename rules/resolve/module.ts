import {
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isObjectLiteralExpression,
  isVariableDeclaration,
  type Node,
  type SourceFile,
  spanOf,
  unlessTooDeep,
} from '../syntax';
import type { Span } from '../text/span';
import {
  type Action,
  actionTerm,
  dependsOnParameter,
  type IsKnownName,
  mayLeadSomewhere,
  sitesWithin,
  type Target,
  targetOf,
  type Vocabulary,
  writtenName,
} from './actions';
import { type Aftermath, aftermathOf } from './aftermath';
import { type Alias, indexAliases } from './aliases';
import { shapeOfClass } from './classes';
import { conditionsOf } from './conditions';
import { bindParameter, bindVariable, enumMembers } from './declarations';
import { collectExports, lowerImport } from './exports';
import { shapeOfFunction } from './functions';
import { isGuarded } from './guard';
import { type HandOver, type HandOverIndex, holdingCall, indexHandOvers, nameOfFunction } from './handOvers';
import { calleeOf, lastNameOf } from './indirectCalls';
import { iterationsAround } from './iterations';
import { type LoweringContext, lowerExpression } from './lower';
import { toWrite, writeByCall, writtenParameters } from './namedWrites';
import { pageCookieReads } from './pageCookies';
import { createPartsRead, partsReadOff, typeTakenAs } from './partsRead';
import { createReferences, type References } from './references';
import { createRuntimes, type Runtimes } from './runtime';
import { bindScopes, type FileScope, isMemberAssignment, startsInWorkspace } from './scope';
import { lowerShape, type ShapeType } from './shapes';
import { NO_START_UP, type StartUp, startUpOf } from './startUp';
import { receiverOf } from './streams';
import {
  type Binding,
  type ClassShape,
  type FunctionShape,
  IMPORTER,
  MODULE_BODY,
  type ModuleSummary,
  type Quote,
  type Write,
} from './summary';
import { enclosing, nameInCallback, namesAround } from './surroundings';
import type { CallTerm, Term } from './term';
import { bindType } from './types';
import type { WriteTarget } from './writes';

/** A module as the evaluator sees it: the file under analysis, or the summary of another. */
export interface Module {
  readonly file: string;
  readonly quote: Quote;
  readonly exports: Readonly<Record<string, Term>>;
  readonly exportsAllOf: readonly string[];
  binding(id: number): Binding;
  function(id: number): FunctionShape;
  class(id: number): ClassShape;
  /** The classes with a name of their own. */
  classIds(): readonly number[];
  /** Calls that may register a library with its framework. */
  registrations(): readonly CallTerm[];
  /** Calls of functions and methods of that name, where this module's text is at hand. */
  callsNamed(name: string): readonly CallTerm[];
  /** What the body of a function calls and assigns to. */
  targetsIn(functionId: number): readonly Target[];
  /** The calls that a function is handed to as an argument, where this module's text shows them. */
  handedTo(functionId: number): readonly HandOver[];
  /** The call that is handed the object in which a function stands, and the property of it below which. */
  heldBy(functionId: number): { readonly call: CallTerm; readonly under: string } | undefined;
  /** Its text splits something at dots: a token may be taken apart by hand. */
  readonly splitsAtDots: boolean;
  readonly startUp: StartUp;
  /** The properties that this module's text reads off what a name holds at a path, for a use at an offset. */
  partsRead(binding: number, path: readonly string[], at?: number): readonly string[];
}

/** The module of the file under analysis: lowered on demand, each part once. */
export interface LiveModule extends Module {
  readonly tree: SourceFile;
  readonly scope: FileScope;
  lower(node: Node): Term;
  /** The properties that code reads off what the site at a place gives. */
  partsReadAt(span: Span): readonly string[];
  /** The type by which code takes what the site at a place gives. */
  typeTakenAt(span: Span): ShapeType | undefined;
  /** The lists whose elements a site is reached with, outermost first, under the ids by which frames give them. */
  iterations(site: Node): readonly { readonly id: number; readonly list: Term }[];
  /** What one of the scope's sites does; `undefined` when its syntax is broken. */
  action(site: Node): Action | undefined;
  /** Whether a node counts only under a test of the environment. */
  isGuarded(node: Node): boolean;
  /** Where its code runs. */
  readonly runtimes: Runtimes;
  readonly references: References;
  /** What becomes of what a call gives. */
  aftermath(site: Node): Aftermath;
}

/** `token.split('.')`. */
const SPLIT_AT_DOTS = /\.split\(\s*['"`]\.['"`]/;

const OPAQUE: Binding = { kind: 'opaque', name: '' };
const NO_FUNCTION: FunctionShape = {
  name: undefined,
  givenType: undefined,
  parameters: [],
  returns: [],
  effects: [],
  writesTo: [],
  fallsThrough: true,
  throws: false,
};
const NO_CLASS: ClassShape = {
  name: undefined,
  extends: undefined,
  implements: [],
  isAbstract: false,
  constructorId: undefined,
  members: {},
  statics: {},
  declared: {},
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
    registrations: () => summary.registrations,
    callsNamed: () => [],
    classIds: () => Object.keys(summary.classes).map(Number),
    targetsIn: (id) => targetsOf(summary.functions[id] ?? NO_FUNCTION),
    handedTo: () => [],
    heldBy: () => undefined,
    splitsAtDots: summary.splitsAtDots,
    startUp: summary.startUp,
    partsRead: () => [],
  };
}

/** A module of a tree as its importers see it: all that its summary would say, found when it is asked for. */
export function seenFromOutside(module: LiveModule): Module {
  const { file, quote, exports, exportsAllOf, splitsAtDots } = module;
  return {
    file,
    quote,
    exports,
    exportsAllOf,
    splitsAtDots,
    binding: (id) => unlessTooDeep(() => module.binding(id), OPAQUE),
    function: (id) => unlessTooDeep(() => module.function(id), NO_FUNCTION),
    class: (id) => unlessTooDeep(() => module.class(id), NO_CLASS),
    registrations: () => unlessTooDeep(module.registrations, []),
    callsNamed: () => [],
    get startUp() {
      return unlessTooDeep(() => module.startUp, NO_START_UP);
    },
    classIds: module.classIds,
    targetsIn: (id) => unlessTooDeep(() => targetsOf(module.function(id)), []),
    handedTo: () => [],
    heldBy: () => undefined,
    partsRead: () => [],
  };
}

/** The calls and assignments that a caller has a say in. */
function targetsOf({ effects }: FunctionShape): readonly Target[] {
  return effects.map(({ term }) =>
    term.kind === 'call' ? { kind: 'call', term: term.callee } : { kind: 'assignment', term: term.target },
  );
}

export function moduleOfTree(file: string, tree: SourceFile, vocabulary: Vocabulary): LiveModule {
  const { isKnownName, isRegistrationName, isDecoderName } = vocabulary;
  const scope = bindScopes(tree);
  const functions = numbered();
  const classes = numbered();
  const terms = new Map<Node, Term>();
  const bindings = new Map<number, Binding>();
  const shapes = new Map<number, FunctionShape>();
  const classShapes = new Map<number, ClassShape>();
  const partsRead = createPartsRead(tree, scope);
  const siteAt = ({ start, end }: Span): Node | undefined =>
    scope.sites.find((one) => one.end === end && spanOf(one, tree).start === start);
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

  const storeWrites = writesToStores(scope);

  const ownWrites = (id: number, name: string): readonly Write[] => {
    const own = scope.writes.get(name) ?? [];
    // `$token = value` is what the store gets.
    const held = storeWrites?.get(name) ?? [];
    return [...own, ...held]
      .filter(({ identifier }) => scope.find(name, identifier) === id)
      .map((target) => toWrite(target, lower, context, isUnderGuard, scope.declarations[id]?.node));
  };

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
      const callee = calleeOf(site);
      if (startsInWorkspace(callee, scope)) found.push(writeByCall(site, index, context, isUnderGuard));
    }
    return found.length < 2 ? found : found.sort((one, other) => one.span.start - other.span.start);
  };

  const bind = (id: number): Binding => {
    const declaration = scope.declarations[id];
    if (declaration === undefined) return OPAQUE;
    const { name, node } = declaration;
    switch (declaration.kind) {
      case 'import':
        return bindImport(node, writesOf(id, name));
      case 'function':
        return { kind: 'function', name, id: functions.idOf(node) };
      case 'class':
        return { kind: 'class', name, id: classes.idOf(node) };
      case 'enum':
        return { kind: 'enum', name, members: enumMembers(node, context) };
      case 'type':
        return bindType(name, node, context);
      case 'variable':
        return bindVariable(declaration, writesOf(id, name), context, lower);
      case 'parameter':
      case 'element':
        return bindParameter(declaration, writesOf(id, name), context, lower);
      case 'opaque':
        return { kind: 'opaque', name };
    }
  };

  const references = createReferences(tree, scope);
  const runtimes = createRuntimes(file, tree, scope, references);
  const aftermath = (site: Node): Aftermath =>
    aftermathOf(site, { tree, scope, references }, lower, (id) => binding(id));

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
        const name = nameInCallback(site);
        return name === undefined ? namesAround(site) : [name, ...namesAround(site)];
      },
      get conditions() {
        return conditionsOf(site, lower);
      },
      get runtime() {
        return runtimes.at(site);
      },
      get aftermath() {
        return isDecoderName(nameOfCallee(site) ?? '') ? aftermath(site) : undefined;
      },
    };
  };

  let startUp: StartUp | undefined;
  let helpers: ReadonlySet<Node | undefined> | undefined;
  const cookieHelpers = (): ReadonlySet<Node | undefined> => {
    helpers ??= new Set(pageCookieReads(tree).map(({ helper }) => helper));
    return helpers;
  };
  const answersWithin = (owner: Node): readonly Node[] =>
    scope.answers.flatMap(({ node, callee }) =>
      owner.pos <= node.pos && node.end <= owner.end && isIdentifier(callee) && isKnownName(callee.text) ? [node] : [],
    );

  const shapeOf = (node: Node, id: number): FunctionShape => {
    const findEffects = (): readonly Action[] => {
      const found: Action[] = [];
      for (const site of [...sitesWithin(node, scope.sites), ...answersWithin(node)]) {
        if (!mayBeTarget(site, scope, isKnownName)) continue;
        const term = actionTerm(site, lower, tree);
        if (term === undefined || !mayLeadSomewhere(term, vocabulary, binding)) continue;
        if (!dependsOnParameter(term, id, binding)) continue;
        const effect = action(site);
        if (effect !== undefined) found.push(effect);
      }
      return found;
    };
    let effects: readonly Action[] | undefined;
    let written: readonly number[] | undefined;
    return {
      ...shapeOfFunction(node, lower, isUnderGuard, context),
      // Few functions are ever looked through.
      get effects() {
        effects ??= unlessTooDeep(findEffects, []);
        return effects;
      },
      readsPageCookies: cookieHelpers().has(node) ? true : undefined,
      get writesTo() {
        written ??= writtenParameters(node, scope);
        return written;
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
    splitsAtDots: SPLIT_AT_DOTS.test(tree.text),
    get startUp() {
      startUp ??= startUpOf(tree, scope, lower, (id) => {
        const declared = binding(id);
        return declared.kind === 'variable' && declared.writes.length === 0 ? declared.initial : undefined;
      });
      return startUp;
    },
    lower,
    action,
    isGuarded: isUnderGuard,
    runtimes,
    references,
    aftermath,
    iterations: (site) =>
      iterationsAround(site).map(({ body, list }) => ({ id: functions.idOf(body), list: lower(list) })),
    binding,
    function: (id) => {
      const node = functions.nodeOf(id);
      return node === undefined || !isFunctionLike(node) ? NO_FUNCTION : once(shapes, id, () => shapeOf(node, id));
    },
    class: (id) => {
      const node = classes.nodeOf(id);
      return node === undefined ? NO_CLASS : once(classShapes, id, () => shapeOfClass(node, scope, context, lower));
    },
    classIds: () => scope.declarations.filter(({ kind }) => kind === 'class').map(({ node }) => classes.idOf(node)),
    callsNamed: (name) =>
      scope.sites.flatMap((site) => {
        const call = nameOfCallee(site) === name ? lower(site) : undefined;
        return call?.kind === 'call' ? [call] : [];
      }),
    registrations: () =>
      scope.sites.flatMap((site) => {
        const name = nameOfCallee(site);
        const call = name !== undefined && isRegistrationName(name) ? lower(site) : undefined;
        return call?.kind === 'call' ? [call] : [];
      }),
    targetsIn: (id) => {
      const node = functions.nodeOf(id);
      if (node === undefined) return [];
      return [...sitesWithin(node, scope.sites), ...answersWithin(node)]
        .filter((site) => mayBeTarget(site, scope, isKnownName))
        .map((site) => targetOf(site, lower, tree));
    },
    partsRead,
    partsReadAt: (span) => {
      const site = siteAt(span);
      return site === undefined ? [] : partsReadOff(site, scope, partsRead);
    },
    typeTakenAt: (span) => {
      const site = siteAt(span);
      return site && lowerShape(typeTakenAs(site), context);
    },
    heldBy: (id) => {
      const node = functions.nodeOf(id);
      const held = node && holdingCall(node);
      const call = held && lower(held.call);
      return held && call?.kind === 'call' ? { call, under: held.under } : undefined;
    },
    handedTo: (id) => {
      const node = functions.nodeOf(id);
      if (node === undefined) return [];
      const name = nameOfFunction(node);
      const declaration = name === undefined ? undefined : scope.find(name, node);
      const named = declaration === undefined ? [] : (handOversOf().byDeclaration.get(declaration) ?? []);
      return [...(handOversOf().byNode.get(node) ?? []), ...named].flatMap(({ site, index }) => {
        const call = lower(site);
        const written = receiverOf(site) && lower((site as Node & { expression: Node }).expression);
        return call.kind === 'call' ? [{ call, index, written }] : [];
      });
    },
  };
}

/** What is assigned to stores of Svelte, by their names: `$token = value`. */
function writesToStores(scope: FileScope): ReadonlyMap<string, readonly WriteTarget[]> | undefined {
  let found: Map<string, readonly WriteTarget[]> | undefined;
  for (const [name, targets] of scope.writes) {
    if (!name.startsWith('$')) continue;
    const free = targets.filter(({ identifier }) => scope.find(name, identifier) === undefined);
    found ??= new Map();
    found.set(
      name.slice(1),
      free.map((target) => ({ ...target, path: ['value', ...target.path] })),
    );
  }
  return found;
}

function bindImport(node: Node, writes: readonly Write[]): Binding {
  const imported = lowerImport(node);
  return imported === undefined ? OPAQUE : { kind: 'import', ...imported, function: MODULE_BODY, writes };
}

/** The last name of what a call calls. */
function nameOfCallee(site: Node): string | undefined {
  if (isMemberAssignment(site) || isObjectLiteralExpression(site)) return undefined;
  return lastNameOf(calleeOf(site));
}

/** A look at a site before anything of it is lowered. */
function mayBeTarget(site: Node, scope: FileScope, isKnownName: IsKnownName): boolean {
  if (isMemberAssignment(site) || isObjectLiteralExpression(site)) return true;
  const expression = calleeOf(site);
  if (isIdentifier(expression)) {
    const id = scope.find(expression.text, expression);
    // A function that calls its parameter does what it is given.
    if (id !== undefined && scope.declarations[id]?.kind === 'parameter') return true;
  }
  const name = nameOfCallee(site);
  return (name !== undefined && isKnownName(name)) || startsInWorkspace(expression, scope);
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
