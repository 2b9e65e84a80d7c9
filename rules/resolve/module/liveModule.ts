import { isFunctionLike, isIdentifier, isWithin, type Node, type SourceFile, unlessTooDeep } from '../../syntax';
import { conditionsOf } from '../around/conditions';
import { isCalledUnderGuard } from '../around/guardedCallers';
import { createRuntimes } from '../around/runtime';
import { shapeOfClass } from '../lower/classes';
import { bindParameter, bindVariable, enumMembers } from '../lower/declarations';
import { NO_CLASS, NO_FUNCTION, OPAQUE } from '../lower/emptyShapes';
import { collectExports, lowerImport } from '../lower/exports';
import { shapeOfFunction } from '../lower/functions';
import { bindNamespace } from '../lower/namespaces';
import { lowerShape } from '../lower/shapes';
import { createTreeContext } from '../lower/treeContext';
import { bindType } from '../lower/types';
import { environmentNamesOf } from '../scope/environmentNames';
import { iterationsAround } from '../scope/iterations';
import { numbered, once } from '../scope/numbered';
import { createReferences } from '../scope/references';
import { bindScopes, siteAt } from '../scope/scope';
import { nameInCallback, namesAround } from '../scope/surroundings';
import {
  type Action,
  actionTerm,
  dependsOnParameter,
  mayLeadSomewhere,
  sitesWithin,
  targetOf,
  type Vocabulary,
  writtenName,
} from './actions';
import { type Aftermath, aftermathOf } from './aftermath';
import { createBindingWrites } from './bindingWrites';
import { createHandOvers } from './handOvers';
import { importedWritesOf } from './importedWrites';
import type { LiveModule } from './module';
import { partsWritten, writtenParameters } from './namedWrites';
import { pageCookieReads } from './pageCookies';
import { createPartsRead, partsReadOff, typeTakenAs } from './partsRead';
import { nameOfCallee } from './registrations';
import { createSiteTerms, mayBeTarget } from './siteTerms';
import { type StartUp, startUpOf } from './startUp';
import {
  type Binding,
  type ClassShape,
  type EnvironmentName,
  type FunctionShape,
  IMPORTER,
  type ImportedWrite,
  MODULE_BODY,
  type Quote,
  type Write,
} from './summary';

/** `token.split('.')`. */
const SPLIT_AT_DOTS = /\.split\(\s*['"`]\.['"`]/;

/** The module of a tree. */
export function moduleOfTree(file: string, tree: SourceFile, vocabulary: Vocabulary): LiveModule {
  const { isKnownName, isRegistrationName, isDecoderName } = vocabulary;
  const scope = bindScopes(tree);
  const functions = numbered();
  const classes = numbered();
  const bindings = new Map<number, Binding>();
  const shapes = new Map<number, FunctionShape>();
  const classShapes = new Map<number, ClassShape>();
  const partsRead = createPartsRead(tree, scope);

  const context = createTreeContext(tree, scope, functions, classes);
  const { lower } = context;
  const isUnderGuard = context.guards.isGuarded;

  const handOvers = createHandOvers(scope, lower);

  const writesOf = createBindingWrites(scope, context, isUnderGuard, handOvers.index);

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
      case 'namespace':
        return bindNamespace(name, node, writesOf(id, name), context);
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
        return isUnderGuard(site) || isCalledUnderGuard(site, scope, references, isUnderGuard);
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
  let importedWrites: readonly ImportedWrite[] | undefined;
  let environmentNames: readonly EnvironmentName[] | undefined;
  let helpers: ReadonlySet<Node | undefined> | undefined;
  const cookieHelpers = (): ReadonlySet<Node | undefined> => {
    helpers ??= new Set(pageCookieReads(tree).map(({ helper }) => helper));
    return helpers;
  };
  const answersWithin = (owner: Node): readonly Node[] =>
    scope.answers.flatMap(({ node, callee }) =>
      isWithin(node, owner) && isIdentifier(callee) && isKnownName(callee.text) ? [node] : [],
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
    get environmentNames() {
      environmentNames ??= environmentNamesOf(scope);
      return environmentNames;
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
      return node === undefined
        ? NO_CLASS
        : once(classShapes, id, () => ({
            ...shapeOfClass(node, scope, context, lower),
            parts: partsWritten(node, scope, context, isUnderGuard),
          }));
    },
    classIds: () => scope.declarations.filter(({ kind }) => kind === 'class').map(({ node }) => classes.idOf(node)),
    ...createSiteTerms(tree, scope, lower, isRegistrationName),
    targetsIn: (id) => {
      const node = functions.nodeOf(id);
      if (node === undefined) return [];
      return [...sitesWithin(node, scope.sites), ...answersWithin(node)]
        .filter((site) => mayBeTarget(site, scope, isKnownName))
        .map((site) => targetOf(site, lower, tree));
    },
    partsRead,
    importedWrites() {
      importedWrites ??= importedWritesOf(scope, binding);
      return importedWrites;
    },
    partsReadAt: (span) => {
      const site = siteAt(span, scope, tree);
      return site === undefined ? [] : partsReadOff(site, scope, partsRead);
    },
    typeTakenAt: (span) => {
      const site = siteAt(span, scope, tree);
      return site && lowerShape(typeTakenAs(site), context);
    },
    heldBy: (id) => handOvers.heldBy(functions.nodeOf(id)),
    handedTo: (id) => handOvers.handedTo(functions.nodeOf(id)),
  };
}

function bindImport(node: Node, writes: readonly Write[]): Binding {
  const imported = lowerImport(node);
  return imported === undefined ? OPAQUE : { kind: 'import', ...imported, function: MODULE_BODY, writes };
}

function preferredQuote(text: string): Quote {
  const single = text.split("'", 200).length;
  const double = text.split('"', 200).length;
  return double > single ? '"' : "'";
}
