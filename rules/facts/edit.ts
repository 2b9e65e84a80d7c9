import type { Edit } from '../text/edit';
import type { Setting } from './schema';
import type { Unit } from './schema/settings';
import type { ArgumentSite, ChainSite, EditSite, ObjectSite, StatementSite, TextSite, ValueSite } from './schema/sites';

/** How code reads at the place of an edit. */
export interface EditContext {
  readonly quote: string;
  readonly unit: Unit | undefined;
}

/** A setting and the code of the value that it is to get. */
export interface Assignment {
  readonly setting: Setting<unknown>;
  readonly code: (context: EditContext) => string;
  /** The attribute of a Set-Cookie text, where the setting stands in one. */
  readonly attribute?: string;
}

/** The edits that give settings their values, wherever they live; `undefined` when one of them has no single place. */
export function assign(...assignments: readonly Assignment[]): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const objects = new Map<string, { readonly site: ObjectSite | ArgumentSite; readonly entries: Entry[] }>();
  const texts = new Map<string, { readonly site: TextSite | StatementSite; text: string }>();
  const append = (site: TextSite | StatementSite, text: string): void => {
    const known = texts.get(keyOf(site));
    if (known === undefined) texts.set(keyOf(site), { site, text });
    else known.text += text;
  };
  for (const { setting, code, attribute } of assignments) {
    const { site } = setting;
    if (site === undefined) return undefined;
    const value = code(site);
    switch (site.kind) {
      case 'value':
        edits.push(replaced(site, value));
        break;
      case 'chain':
        edits.push(chained(site, value));
        break;
      case 'text': {
        if (attribute === undefined) return undefined;
        append(site, `; ${attribute}`);
        break;
      }
      case 'statement':
        append(site, `${site.indent}${site.target} = ${value};`);
        break;
      case 'object':
      case 'argument': {
        const key = keyOf(site);
        const known = objects.get(key) ?? { site, entries: [] };
        known.entries.push({ path: site.path, value });
        objects.set(key, known);
      }
    }
  }
  for (const { site, entries } of objects.values()) {
    edits.push(...(site.kind === 'object' ? extended(site, entries) : [added(site, entries)]));
  }
  for (const { site, text } of texts.values()) edits.push({ file: site.file, span: at(site.offset), text });
  return edits;
}

/** The edit that takes a written setting away; `undefined` when it does not stand in a literal. */
export function omit({ site }: Setting<unknown>): readonly Edit[] | undefined {
  if (site?.kind !== 'value' || site.property === undefined) return undefined;
  return [{ file: site.file, span: site.property, text: '' }];
}

/** How code reads where a setting would be written. */
export function contextOf({ site }: Setting<unknown>): EditContext | undefined {
  return site;
}

/** The quoted literal of a text. */
export function quoted(text: string): (context: EditContext) => string {
  return ({ quote }) => `${quote}${text}${quote}`;
}

interface Entry {
  readonly path: readonly string[];
  readonly value: string;
}

function keyOf(site: EditSite): string {
  const place = site.kind === 'object' ? site.object.span.start : site.kind === 'value' ? site.span.start : site.offset;
  return `${site.file}\n${site.kind}\n${place}`;
}

function at(offset: number): { readonly start: number; readonly end: number } {
  return { start: offset, end: offset };
}

function replaced({ file, span, key, shorthand }: ValueSite, value: string): Edit {
  return { file, span, text: shorthand ? `${key}: ${value}` : value };
}

function chained({ file, offset, method, indent }: ChainSite, value: string): Edit {
  return { file, span: at(offset), text: `${indent}.${method}(${value})` };
}

/** Adds properties behind the last one, as the literal is written: on one line, or each on its own. */
function extended({ file, object }: ObjectSite, entries: readonly Entry[]): readonly Edit[] {
  const { end, commentEnd, lineBreak, trailingComma } = object.layout;
  const properties = propertiesOf(entries);
  if (object.members.length === 0) {
    const isTight = object.span.end - object.span.start === 2;
    return [{ file, span: at(end), text: isTight ? ` ${properties.join(', ')} ` : ` ${properties.join(', ')}` }];
  }
  const gap = lineBreak ?? ' ';
  const text = properties.map((property) => `${gap}${property}`).join(',') + (trailingComma ? ',' : '');
  const comma = trailingComma ? '' : ',';
  // A comment behind the last property stays with it.
  if (commentEnd === undefined || lineBreak === undefined) return [{ file, span: at(end), text: `${comma}${text}` }];
  const added: Edit = { file, span: at(commentEnd), text };
  return comma === '' ? [added] : [{ file, span: at(end), text: comma }, added];
}

function added({ file, offset, position }: ArgumentSite, entries: readonly Entry[]): Edit {
  const [first] = entries;
  // The setting may be the argument itself.
  const argument = first?.path.length === 0 ? first.value : `{ ${propertiesOf(entries).join(', ')} }`;
  const text = position === 'only' ? argument : position === 'last' ? `, ${argument}` : `${argument}, `;
  return { file, span: at(offset), text };
}

/** `a: 1`, and `b: { c: 2, d: 3 }` for entries that share the start of their path. */
function propertiesOf(entries: readonly Entry[]): readonly string[] {
  const groups = new Map<string, Entry[]>();
  for (const { path, value } of entries) {
    const [head = '', ...rest] = path;
    const group = groups.get(head);
    if (group === undefined) groups.set(head, [{ path: rest, value }]);
    else group.push({ path: rest, value });
  }
  return [...groups].map(([key, inner]) => {
    const [first] = inner;
    const isLeaf = first === undefined || first.path.length === 0;
    return `${key}: ${isLeaf ? (first?.value ?? '') : `{ ${propertiesOf(inner).join(', ')} }`}`;
  });
}
