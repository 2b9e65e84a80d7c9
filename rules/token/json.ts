export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value that a text spells; `undefined`, which JSON cannot spell, when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The members of an object whose text stops early or goes wrong, up to the last one that is surely whole. */
export function parseMembers(text: string): JsonObject | undefined {
  const end = endOfWholeMembers(text);
  const value = end === undefined ? undefined : parseJson(`${text.slice(0, end)}}`);
  return isJsonObject(value) ? value : undefined;
}

// A member is surely whole only when a comma follows: `{"exp":17` may be the beginning of a longer number.
function endOfWholeMembers(text: string): number | undefined {
  let end: number | undefined;
  let depth = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (isInString) {
      if (char === '\\') i++;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    else if (char === ',' && depth === 1) end = i;
  }
  return end;
}
