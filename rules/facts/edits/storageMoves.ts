import type { LibraryModel } from '../../models/model';
import type { SaferStoreModel } from '../../models/shape/storages';
import type { LiveModule } from '../../resolve/module/module';
import { isImportDeclaration, isNamespaceImport, isStringLiteral, type Node, spanOf } from '../../syntax';
import type { Edit } from '../../text/edit';
import { lineBreakOf } from '../../text/lineBreak';
import type { Extraction } from '../extract';
import type { FindDependency } from '../match';
import type { Fact, FactOf } from '../schema';
import { type StorageUse, storageUses } from '../workspace/storageUses';

/**
 * Gives what keeps something in a storage that has a safer one beside it the edits that move all that the file does with the
 * same key there: reads and removals go with the writes.
 */
export function withSaferStore(facts: readonly Fact[], extraction: Extraction): readonly Fact[] {
  return facts.map((fact) => (fact.kind === 'ClientStore' ? withMove(fact, extraction) : fact));
}

function withMove(fact: FactOf<'ClientStore'>, { module, evaluator, knowledge, findDependency }: Extraction): Fact {
  const library = knowledge.saferStores.find((one) => one.package === fact.package);
  const { values, complete } = fact.attributes.key;
  const [key, ...others] = values;
  if (library?.saferStore === undefined || key === undefined || others.length > 0 || !complete) return fact;
  const { saferStore } = library;
  if (fact.via.length > 0 || !new RegExp(saferStore.keys).test(key.value)) return fact;
  if (!isAtHand(saferStore, findDependency)) return fact;
  const uses = storageUses(library, module, evaluator);
  const own = uses.filter((use) => use.key === key.value);
  if (own.length === 0 || uses.some((use) => use.key === undefined)) return fact;
  const name = importedName(saferStore, library, own.length === uses.length, module);
  if (name === undefined) return fact;
  return { ...fact, replacement: [...name.edits, ...own.flatMap((use) => callEdit(use, name.text, module))] };
}

function isAtHand({ needs, lacks }: SaferStoreModel, findDependency: FindDependency): boolean {
  const isDeclared = (name: string): boolean => findDependency(name)?.declared === true;
  // Without a manifest, every package counts as declared, and none has a version.
  const isThere = (name: string): boolean => isDeclared(name) && findDependency(name)?.version !== undefined;
  return needs.some(isThere) && !lacks.some(isDeclared);
}

function callEdit({ call, becomes }: StorageUse, name: string, { file, tree }: LiveModule): readonly Edit[] {
  if (call === undefined || becomes === undefined) return [];
  return [{ file, span: spanOf(call.expression, tree), text: `${name}.${becomes}` }];
}

interface ImportedName {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** What the safer storage is called here; its import takes the place of the old one where nothing is left of that. */
function importedName(
  { package: name, as }: SaferStoreModel,
  { modules, package: old }: LibraryModel,
  isAll: boolean,
  { file, tree, scope }: LiveModule,
): ImportedName | undefined {
  const imports = tree.statements.filter(isImportDeclaration);
  const specifier = (one: (typeof imports)[number]): string =>
    isStringLiteral(one.moduleSpecifier) ? one.moduleSpecifier.text : '';
  const before = imports.find((one) => specifier(one) === name);
  const storage = imports.find((one) => (modules ?? [old]).includes(specifier(one)));
  if (storage === undefined) return undefined;
  const known = wholeName(before?.importClause?.namedBindings);
  const { start, end } = spanOf(storage, tree);
  if (known !== undefined) return { text: known, edits: [] };
  if (before !== undefined || scope.declarations.some((one) => one.name === as)) return undefined;
  const written = tree.text.slice(start, end);
  const quote = written.includes('"') ? '"' : "'";
  const line = `import * as ${as} from ${quote}${name}${quote}${written.endsWith(';') ? ';' : ''}`;
  if (isAll) return { text: as, edits: [{ file, span: { start, end }, text: line }] };
  const lineEnd = lineBreakOf(tree.text);
  return { text: as, edits: [{ file, span: { start: end, end }, text: `${lineEnd}${line}` }] };
}

function wholeName(bindings: Node | undefined): string | undefined {
  return bindings !== undefined && isNamespaceImport(bindings) ? bindings.name.text : undefined;
}
