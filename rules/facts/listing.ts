import type { LineIndex } from '../text/lineIndex';
import type { Place } from '../text/span';
import { utf8Length } from '../text/utf8';
import type { Fact, Flow, Leaf, Setting } from './schema';
import type { Claims } from './schema/claims';
import type { Constant, SettingValue } from './schema/settings';

/** What a fact can say of what happens. */
export type Attribute = Constant<unknown> | Setting<unknown> | Flow | Claims;

/** Facts as lines of text: what a bug report starts with, and what library pages assert. No secret is ever shown. */
export function listFacts(facts: readonly Fact[], file: string, lines: LineIndex): string {
  return facts.map((fact) => listFact(fact, file, lines)).join('\n');
}

/** What functions do with what their callers give, by the functions' names. */
export function listEffects(
  effects: readonly { readonly name: string; readonly fact: Fact }[],
  file: string,
  lines: LineIndex,
): string {
  return effects.map(({ name, fact }) => `${name}: ${listFact(fact, file, lines)}`).join('\n');
}

function listFact(fact: Fact, file: string, lines: LineIndex): string {
  const { line } = lines.positionAt(fact.span.start);
  const attributes = Object.entries<Attribute>(fact.attributes)
    .filter(([name, attribute]) => !QUIET.has(name) || isUnusual(attribute))
    .map(([name, attribute]) => `${name}=${listAttribute(attribute, file)}`);
  const through = fact.via.length === 0 ? '' : ` through ${fact.via.length} call${fact.via.length === 1 ? '' : 's'}`;
  const guard = fact.guarded ? ' (only in some environments)' : '';
  return `${line + 1}: ${fact.kind} ${fact.display} ${attributes.join(' ')}${through}${guard}`;
}

/** Attributes that most code leaves alone are listed where something else is written. */
const QUIET = new Set(['domain', 'path', 'prefix', 'address']);

function isUnusual(attribute: Attribute): boolean {
  return 'values' in attribute && attribute.values.some(({ source, value }) => source === 'written' && value !== '/');
}

/** The values of an attribute as a listing shows them. */
export function listAttribute(attribute: Attribute, file: string): string {
  if ('uses' in attribute) return listClaims(attribute);
  if ('constant' in attribute) return String(attribute.constant);
  if ('leaves' in attribute)
    return listAlternatives(
      attribute.leaves.map((leaf) => listLeaf(leaf, file)),
      attribute.complete,
    );
  return listAlternatives(
    attribute.values.map((value) => listValue(value, file)),
    attribute.complete,
  );
}

function listClaims({ uses, source, isTrusted, role }: Claims): string {
  const used = [...new Set(uses.map(({ claim = '*', as }) => `${claim}:${as}`))].join('|') || '-';
  return `${used}${notes([`from ${source}`, `in ${role}`, isTrusted ? 'trusted' : undefined])}`;
}

function listAlternatives(alternatives: readonly string[], complete: boolean): string {
  const all = complete ? alternatives : [...alternatives, '?'];
  return [...new Set(all)].join('|') || '-';
}

function listValue({ value, source, guarded, place }: SettingValue<unknown>, file: string): string {
  const text = Array.isArray(value) ? `[${value.join(',')}]` : String(value);
  return `${text}${notes([source === 'default' ? 'default' : undefined, guarded ? 'guarded' : undefined, elsewhere(place, file)])}`;
}

function listLeaf({ origin, names, guarded, isFallback, place }: Leaf, file: string): string {
  const named = names.length === 0 ? '' : `:${names.join('<')}`;
  return `${listOrigin(origin)}${named}${notes([isFallback ? 'fallback' : undefined, guarded ? 'guarded' : undefined, elsewhere(place, file)])}`;
}

function listOrigin(origin: Leaf['origin']): string {
  switch (origin.kind) {
    case 'literal':
      return typeof origin.value === 'string' ? `<literal, ${utf8Length(origin.value)} bytes>` : String(origin.value);
    case 'environment':
      return `env(${origin.name ?? ''})`;
    case 'digest':
      return origin.isKeyed ? 'keyed-digest' : 'digest';
    case 'key':
      return `${origin.type}-key`;
    default:
      return origin.kind;
  }
}

function elsewhere(place: Place, file: string): string | undefined {
  return place.file === file ? undefined : `from ${place.file.slice(place.file.lastIndexOf('/') + 1)}`;
}

function notes(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? '' : `(${said.join(', ')})`;
}
