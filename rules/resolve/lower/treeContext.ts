import { isFunctionLike, isIdentifier, isVariableDeclaration, type Node, type SourceFile } from '../../syntax';
import { MODULE_BODY } from '../module/summary';
import type { Constructors } from '../scope/constructors';
import { createGuards } from '../scope/guard';
import { type Numbering, once } from '../scope/numbered';
import type { FileScope, FindInitializer } from '../scope/scope';
import { enclosing } from '../scope/surroundings';
import { type LoweringContext, lowerExpression } from './lower';
import type { Term } from './term';

/** What lowering asks of a file, answered by its tree; every expression is lowered once. */
export function createTreeContext(
  tree: SourceFile,
  scope: FileScope,
  functions: Numbering,
  classes: Numbering,
  constructors: Constructors,
): LoweringContext {
  const terms = new Map<Node, Term>();
  const findInitializer: FindInitializer = (identifier) => {
    if (!isIdentifier(identifier)) return undefined;
    const id = scope.find(identifier.text, identifier);
    const declared = id === undefined ? undefined : scope.declarations[id]?.node.parent;
    return declared !== undefined && isVariableDeclaration(declared) ? declared.initializer : undefined;
  };
  const context: LoweringContext = {
    tree,
    findBinding: scope.find,
    findInitializer,
    isWritten: (object, key) => (scope.writes.get(object) ?? []).some(({ path: [head] }) => head === key),
    guards: createGuards(findInitializer),
    functionId: functions.idOf,
    classId: classes.idOf,
    enclosingFunction(node) {
      const found = enclosing(node, isFunctionLike);
      return found === undefined ? MODULE_BODY : functions.idOf(found);
    },
    enclosingClass(node) {
      const found = constructors.ownerOf(node);
      return found === undefined ? undefined : classes.idOf(found);
    },
    lower: (node) => once(terms, node, () => lowerExpression(node, context)),
  };
  return context;
}
