import {
  hasModifier,
  isCallExpression,
  isExportDeclaration,
  isFunctionLike,
  isIdentifier,
  type Node,
  SyntaxKind,
  withoutWrappers,
} from '../../syntax';
import { nameOfFunction } from '../module/handOvers';
import type { References } from '../scope/references';
import type { FileScope } from '../scope/scope';
import { enclosing } from '../scope/surroundings';

/** Functions of functions are followed this far. */
const MAX_CALLERS = 3;

/**
 * Whether a node stands in a function that the file calls by its name, each time under a test of the environment, and does
 * nothing else with: `devMode && log(token)`.
 */
export function isCalledUnderGuard(
  node: Node,
  scope: FileScope,
  references: References,
  isUnderGuard: (node: Node) => boolean,
  depth = 0,
): boolean {
  const owner = enclosing(node, isFunctionLike);
  if (owner === undefined || depth === MAX_CALLERS) return false;
  const name = nameOfFunction(owner);
  const declaration = name === undefined ? undefined : scope.find(name, owner);
  if (name !== undefined && declaration !== undefined && declares(declaration, owner, scope)) {
    const isGuarded = (use: Node): boolean =>
      isUnderGuard(use) || isCalledUnderGuard(use, scope, references, isUnderGuard, depth + 1);
    // Calls are at hand; all uses of a name take a walk over the file.
    const calls = scope.sites.filter((site) => isCallOf(site, name));
    const isAlways = calls.length > 0 && calls.every(isGuarded) && !isExported(owner, name, scope);
    if (isAlways && references.to(declaration).every(isCalled)) return true;
  }
  return isCalledUnderGuard(owner, scope, references, isUnderGuard, depth + 1);
}

/** A method has a name that declares nothing. */
function declares(declaration: number, owner: Node, scope: FileScope): boolean {
  const { kind, node } = scope.declarations[declaration] ?? {};
  return kind === 'function' ? node === owner : kind === 'variable' && node?.parent === owner.parent;
}

function isCallOf(site: Node, name: string): boolean {
  return isCallExpression(site) && isIdentifier(site.expression) && site.expression.text === name;
}

function isCalled(use: Node): boolean {
  const { parent } = use;
  return isCallExpression(parent) && withoutWrappers(parent.expression) === use;
}

/** Whoever imports it calls it as he likes. */
function isExported(owner: Node, name: string, { exports }: FileScope): boolean {
  for (let at: Node | undefined = owner; at !== undefined; at = at.parent) {
    if (at !== owner && isFunctionLike(at)) return false;
    if (hasModifier(at, SyntaxKind.ExportKeyword)) return true;
  }
  return exports.some(
    (node) => isExportDeclaration(node) && node.moduleSpecifier === undefined && node.getText().includes(name),
  );
}
