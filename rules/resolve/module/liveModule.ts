import type { Node, SourceFile } from '../../syntax';
import { createRuntimes } from '../around/runtime';
import { shapeOfClass } from '../lower/classes';
import { NO_CLASS } from '../lower/emptyShapes';
import { collectExports } from '../lower/exports';
import { lowerShape } from '../lower/shapes';
import type { Term } from '../lower/term';
import { createTreeContext } from '../lower/treeContext';
import { createConstructors } from '../scope/constructors';
import { environmentNamesOf } from '../scope/environmentNames';
import { iterationsAround } from '../scope/iterations';
import { numbered, once } from '../scope/numbered';
import { createReferences } from '../scope/references';
import { bindScopes, siteAt } from '../scope/scope';
import type { Vocabulary } from './actions';
import { createBindings } from './bindings';
import { createBindingWrites } from './bindingWrites';
import { createFunctionShapes } from './functionShapes';
import { createHandOvers } from './handOvers';
import { importedWritesOf } from './importedWrites';
import type { LiveModule } from './module';
import { partsWritten } from './namedWrites';
import { createPartsRead, partsReadOff, typeTakenAs } from './partsRead';
import { createSiteActions } from './siteActions';
import { createSiteTerms } from './siteTerms';
import { type StartUp, startUpOf } from './startUp';
import { type ClassShape, type EnvironmentName, IMPORTER, type ImportedWrite, type Quote } from './summary';
import { valueReadAt } from './valuesRead';

/** `token.split('.')`. */
const SPLIT_AT_DOTS = /\.split\(\s*['"`]\.['"`]/;

/** The module of a tree. */
export function moduleOfTree(file: string, tree: SourceFile, vocabulary: Vocabulary): LiveModule {
  const { isRegistrationName, isDecoderName } = vocabulary;
  const scope = bindScopes(tree);
  const functions = numbered();
  const classes = numbered();
  const constructors = createConstructors(scope);
  const classShapes = new Map<number, ClassShape>();
  const context = createTreeContext(tree, scope, functions, classes, constructors);
  const { lower } = context;
  const isUnderGuard = context.guards.isGuarded;
  const handOvers = createHandOvers(scope, lower, tree);
  const binding = createBindings(scope, context, createBindingWrites(scope, context, isUnderGuard, handOvers.index));
  const partsRead = createPartsRead(tree, scope);
  const references = createReferences(tree, scope);
  const runtimes = createRuntimes(file, tree, scope, references);
  const actions = createSiteActions({
    tree,
    scope,
    references,
    runtimes,
    lower,
    binding,
    isUnderGuard,
    isDecoderName,
  });
  const { action } = actions;
  const shapes = createFunctionShapes({
    tree,
    scope,
    functions,
    constructors,
    context,
    binding,
    action,
    vocabulary,
  });
  let startUp: StartUp | undefined;
  let importedWrites: readonly ImportedWrite[] | undefined;
  let environmentNames: readonly EnvironmentName[] | undefined;

  const shapeOfClassNode = (node: Node): ClassShape => ({
    ...shapeOfClass(node, scope, constructors, context, lower),
    parts: partsWritten(node, scope, constructors, context, isUnderGuard),
  });
  const constantOf = (id: number): Term | undefined => {
    const declared = binding(id);
    return declared.kind === 'variable' && declared.writes.length === 0 ? declared.initial : undefined;
  };

  return {
    file,
    quote: preferredQuote(tree.text),
    tree,
    scope,
    ...collectExports(scope, { ...context, lower, enclosingFunction: () => IMPORTER }),
    splitsAtDots: SPLIT_AT_DOTS.test(tree.text),
    get startUp() {
      startUp ??= startUpOf(tree, scope, lower, constantOf);
      return startUp;
    },
    get environmentNames() {
      environmentNames ??= environmentNamesOf(scope);
      return environmentNames;
    },
    lower,
    ...actions,
    isGuarded: isUnderGuard,
    runtimes,
    references,
    iterations: (site) =>
      iterationsAround(site).map(({ body, list }) => ({ id: functions.idOf(body), list: lower(list) })),
    binding,
    function: shapes.shapeOf,
    targetsIn: shapes.targetsIn,
    class: (id) => {
      const node = classes.nodeOf(id);
      return node === undefined ? NO_CLASS : once(classShapes, id, () => shapeOfClassNode(node));
    },
    classIds: () => scope.declarations.filter(({ kind }) => kind === 'class').map(({ node }) => classes.idOf(node)),
    ...createSiteTerms(tree, scope, lower, isRegistrationName),
    partsRead,
    importedWrites() {
      importedWrites ??= importedWritesOf(scope, binding);
      return importedWrites;
    },
    partsReadAt: (span) => {
      const site = siteAt(span, scope, tree);
      return site === undefined ? [] : partsReadOff(site, scope, partsRead);
    },
    valueReadAt: (span) => {
      const site = siteAt(span, scope, tree);
      return site && valueReadAt(site, scope, references);
    },
    typeTakenAt: (span) => {
      const site = siteAt(span, scope, tree);
      return site && lowerShape(typeTakenAs(site), context);
    },
    heldBy: (id) => handOvers.heldBy(functions.nodeOf(id)),
    handedTo: (id) => handOvers.handedTo(functions.nodeOf(id)),
  };
}

function preferredQuote(text: string): Quote {
  const single = text.split("'", 200).length;
  const double = text.split('"', 200).length;
  return double > single ? '"' : "'";
}
