import type { Term } from '../lower/term';
import type { FileScope } from '../scope/scope';
import { type Binding, type ImportedWrite, WHOLE_EXPORT, type Write } from './summary';

/** What a file writes to parts of what it imports, by the names that it has them under. */
export function importedWritesOf(scope: FileScope, bindingOf: (id: number) => Binding): readonly ImportedWrite[] {
  const found: ImportedWrite[] = [];
  for (const [id, { name, kind }] of scope.declarations.entries()) {
    if ((kind !== 'import' && kind !== 'variable') || !scope.writes.has(name)) continue;
    const binding = bindingOf(id);
    const source = sourceOf(binding, bindingOf);
    if (source === undefined || !('writes' in binding)) continue;
    for (const write of binding.writes) if (isToPart(write)) found.push({ ...source, write });
  }
  return found;
}

/** What a function does that gets hold of it is not looked for. */
function isToPart({ path, kind, by }: Write): boolean {
  return by === undefined && (path.length > 0 || kind === 'spread');
}

/** Of which module something is a part, as a term says: `require('./settings').cookie`, a name that is imported. */
export function sourceOfTerm(term: Term, bindingOf: (id: number) => Binding): Omit<ImportedWrite, 'write'> | undefined {
  if (term.kind === 'module') return { specifier: term.specifier, path: [] };
  if (term.kind === 'reference') {
    const binding = bindingOf(term.binding);
    return binding.kind === 'import' ? sourceOf(binding, bindingOf) : undefined;
  }
  if (term.kind !== 'member' || typeof term.key !== 'string') return undefined;
  const source = sourceOfTerm(term.object, bindingOf);
  return source && { ...source, path: [...source.path, term.key] };
}

function sourceOf(binding: Binding, bindingOf: (id: number) => Binding): Omit<ImportedWrite, 'write'> | undefined {
  if (binding.kind === 'variable') return binding.initial && sourceOfTerm(binding.initial, bindingOf);
  if (binding.kind !== 'import') return undefined;
  const { specifier, imported } = binding;
  return { specifier, path: imported === '*' || imported === WHOLE_EXPORT ? [] : [imported] };
}
