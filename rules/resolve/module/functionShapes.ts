import { isFunctionLike, isIdentifier, isWithin, type Node, type SourceFile, unlessTooDeep } from '../../syntax';
import { NO_FUNCTION } from '../lower/emptyShapes';
import { shapeOfFunction } from '../lower/functions';
import type { LoweringContext } from '../lower/lower';
import type { Constructors } from '../scope/constructors';
import { type Numbering, once } from '../scope/numbered';
import type { FileScope } from '../scope/scope';
import {
  type Action,
  actionTerm,
  dependsOnParameter,
  mayLeadSomewhere,
  sitesWithin,
  type Target,
  targetOf,
  type Vocabulary,
} from './actions';
import { writtenParameters } from './namedWrites';
import { pageCookieReads } from './pageCookies';
import type { SiteActions } from './siteActions';
import { mayBeTarget } from './siteTerms';
import type { Binding, FunctionShape } from './summary';

/** The functions of a file by their numbers, and what stands in them. */
export interface FunctionShapes {
  shapeOf(id: number): FunctionShape;
  /** What the body of a function calls and assigns to. */
  targetsIn(id: number): readonly Target[];
}

export interface FunctionShapesOptions {
  readonly tree: SourceFile;
  readonly scope: FileScope;
  readonly functions: Numbering;
  readonly constructors: Constructors;
  readonly context: LoweringContext;
  readonly binding: (id: number) => Binding;
  readonly action: SiteActions['action'];
  readonly vocabulary: Vocabulary;
}

/** Few functions are ever looked through: what they do is found when it is asked for. */
export function createFunctionShapes(options: FunctionShapesOptions): FunctionShapes {
  const { tree, scope, functions, constructors, context, binding, action, vocabulary } = options;
  const { lower } = context;
  const shapes = new Map<number, FunctionShape>();
  let helpers: ReadonlySet<Node | undefined> | undefined;

  const cookieHelpers = (): ReadonlySet<Node | undefined> => {
    helpers ??= new Set(pageCookieReads(tree).map(({ helper }) => helper));
    return helpers;
  };
  const answersWithin = (owner: Node): readonly Node[] =>
    scope.answers.flatMap(({ node, callee }) =>
      isWithin(node, owner) && isIdentifier(callee) && vocabulary.isKnownName(callee.text) ? [node] : [],
    );
  const targetSites = (node: Node): readonly Node[] =>
    [...sitesWithin(node, scope.sites), ...answersWithin(node)].filter((site) =>
      mayBeTarget(site, scope, vocabulary.isKnownName),
    );

  const effectsOf = (node: Node, id: number): readonly Action[] =>
    targetSites(node).flatMap((site) => {
      const term = actionTerm(site, lower, tree);
      if (term === undefined || !mayLeadSomewhere(term, vocabulary, binding)) return [];
      return dependsOnParameter(term, id, binding) ? (action(site) ?? []) : [];
    });

  const shapeOf = (node: Node, id: number): FunctionShape => {
    let effects: readonly Action[] | undefined;
    let written: readonly number[] | undefined;
    return {
      ...shapeOfFunction(node, lower, context.guards.isGuarded, context),
      get effects() {
        effects ??= unlessTooDeep(() => effectsOf(node, id), []);
        return effects;
      },
      classId: constructors.of(node) === undefined ? undefined : context.classId(node),
      readsPageCookies: cookieHelpers().has(node) ? true : undefined,
      get writesTo() {
        written ??= writtenParameters(node, scope);
        return written;
      },
    };
  };

  return {
    shapeOf(id) {
      const node = functions.nodeOf(id);
      return node === undefined || !isFunctionLike(node) ? NO_FUNCTION : once(shapes, id, () => shapeOf(node, id));
    },
    targetsIn(id) {
      const node = functions.nodeOf(id);
      return node === undefined ? [] : targetSites(node).map((site) => targetOf(site, lower, tree));
    },
  };
}
