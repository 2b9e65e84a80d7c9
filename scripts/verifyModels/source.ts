/** Options as a user writes them. */
export type Options = Readonly<Record<string, unknown>>;

/** Options in source text. */
export function toSource(options: Options): string {
  const members = Object.entries(options).map(
    ([key, value]) => `${/^\w+$/.test(key) ? key : `'${key}'`}: ${spell(value)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** A value in source text. */
export function spell(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[${value.map(spell).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return toSource(value as Options);
  return typeof value === 'string' ? `'${value}'` : String(value);
}
