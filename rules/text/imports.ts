/** What the text of a file imports. */
export interface TextImport {
  /** Its name in the file. */
  readonly own: string;
  /** What is exported under that name; `undefined`: it may be all that the other file exports. */
  readonly imported: string | undefined;
  readonly specifier: string;
}

const NAME = /[\w$]+/g;
const SPECIFIER = /([\w$]+)(?:\s*(?::|\sas\s)\s*([\w$]+))?/g;
const IMPORT =
  /\bimport\s+(?<clause>[\w$*{][^'"();=]*?)\s*from\s*['"](?<from>[^'"\n]+)|\b(?:const|let|var)\s+(?<names>[\w$]+|\{[^{}=]*\})\s*=\s*(?:await\s+)?(?:require|import)\s*\(\s*['"](?<of>[^'"\n]+)/g;

/** What a text imports under names, in whichever notation. */
export function importsIn(text: string): readonly TextImport[] {
  const found: TextImport[] = [];
  for (const { groups = {} } of text.matchAll(IMPORT)) {
    const specifier = groups.from ?? groups.of ?? '';
    const [beside = '', inside = ''] = (groups.clause ?? groups.names ?? '').split(/[{}]/);
    for (const [, imported = '', own = imported] of inside.matchAll(SPECIFIER))
      found.push({ own, imported, specifier });
    for (const [own] of beside.matchAll(NAME)) found.push({ own, imported: undefined, specifier });
  }
  return found;
}

/** By which a specifier, or a path, names a file: that of its directory where the file is its index. */
export function nameOfFile(path: string): string {
  const segments = path.split('/');
  const name = (segments.pop() ?? '').replace(/\.(?:[cm]?[jt]sx?|json|vue|svelte)$/, '');
  return name === 'index' || name === '' ? (segments.pop() ?? '') : name;
}
