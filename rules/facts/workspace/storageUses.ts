import type { LibraryModel } from '../../models/model';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import { onlyLiteral } from '../../resolve/evaluate/onlyValue';
import type { LiveModule } from '../../resolve/module/module';
import {
  type CallExpression,
  isCallExpression,
  isExportDeclaration,
  isIdentifier,
  isImportDeclaration,
  isPropertyAccessExpression,
  isStringLiteral,
  type Node,
} from '../../syntax';

/** A use of a storage; where `key` is not known, of anything in it. */
export interface StorageUse {
  readonly key: string | undefined;
  /** The call of a method, and the method that takes its place. */
  readonly call: CallExpression | undefined;
  readonly becomes: string | undefined;
}

const ANY: StorageUse = { key: undefined, call: undefined, becomes: undefined };

/** Every use that a file makes of a storage which a safer one can take the place of. */
export function storageUses(library: LibraryModel, module: LiveModule, evaluator: Evaluator): readonly StorageUse[] {
  const { tree, scope } = module;
  const modules: readonly string[] = library.modules ?? [library.package];
  const isNamed = (specifier: Node | undefined): boolean =>
    specifier !== undefined && isStringLiteral(specifier) && modules.includes(specifier.text);
  const declared = tree.statements.flatMap((statement): readonly StorageUse[] => {
    if (isExportDeclaration(statement)) return isNamed(statement.moduleSpecifier) ? [ANY] : [];
    if (!isImportDeclaration(statement) || !isNamed(statement.moduleSpecifier)) return [];
    const { importClause } = statement;
    const { name, namedBindings } = importClause ?? {};
    // What is imported by names, or as a whole, is more than calls of methods.
    if (name === undefined || namedBindings !== undefined) return importClause?.isTypeOnly === true ? [] : [ANY];
    const id = scope.find(name.text, name);
    return id === undefined ? [ANY] : module.references.to(id).map((use) => useAt(use, library, module, evaluator));
  });
  const isLoaded = scope.sites.some(
    (site) => isCallExpression(site) && isLoader(site.expression) && isNamed(site.arguments[0]),
  );
  return isLoaded ? [...declared, ANY] : declared;
}

/** `require(…)` and `import(…)`; not `jest.mock(…)`. */
function isLoader(callee: Node): boolean {
  return isIdentifier(callee) ? callee.text === 'require' : !isPropertyAccessExpression(callee);
}

function useAt(use: Node, { saferStore }: LibraryModel, module: LiveModule, evaluator: Evaluator): StorageUse {
  const { parent } = use;
  if (!isPropertyAccessExpression(parent) || parent.expression !== use) return ANY;
  const call = parent.parent;
  const method = saferStore?.methods.find(({ name }) => name === parent.name.text);
  if (method === undefined || !isCallExpression(call) || call.expression !== parent) return ANY;
  const [first] = call.arguments;
  if (first === undefined || call.arguments.length !== method.count) return ANY;
  const key = onlyLiteral(evaluator.evaluate(module.lower(first), moduleFrame(module)));
  return key === undefined ? ANY : { key: String(key), call, becomes: method.becomes };
}
