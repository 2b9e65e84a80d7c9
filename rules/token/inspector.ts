import type { DecodedToken } from './decode';
import { isJsonObject, type JsonObject } from './json';
import { escapeInvisible } from './show';
import { findTime, isMilliseconds, TIME_CLAIMS } from './times';

const MAX_DEPTH = 16;
const MAX_TIME = 8.64e12;

/**
 * What a token holds in full, as JSON with comments: header and claims (nesting beyond 16 levels is cut), with the UTC
 * time beside each time claim. Invisible characters are escaped, and editors find no link in it.
 */
export function toInspectorJson(token: DecodedToken): string {
  return escapeLinks(escapeInvisible(`${toSections(token, '')}\n`));
}

/** The header of a token as JSON, outermost first where it wraps another: one value each. */
export function toHeaderJson(token: DecodedToken): string {
  const inner = token.nested === undefined ? '' : toHeaderJson(token.nested);
  return `${escapeInvisible(toJson(token.header, ''))}\n${inner}`;
}

/** The claims of a token, or of the token that it wraps, as JSON; `undefined` when none can be read. */
export function toPayloadJson(token: DecodedToken): string | undefined {
  if (token.nested !== undefined) return toPayloadJson(token.nested);
  return token.claims && `${escapeInvisible(toJson(token.claims, ''))}\n`;
}

/** Spells the URLs in JSON so that they stay the same, and nothing that looks for links finds them. */
export function escapeLinks(json: string): string {
  return json.replaceAll('://', ':\\/\\/');
}

function toSections(token: DecodedToken, indent: string): string {
  const sections = [`"header": ${toLines(token.header, `${indent}  `)}`];
  if (token.claims !== undefined) sections.push(`"claims": ${toLines(token.claims, `${indent}  `)}`);
  if (token.disclosures !== undefined) {
    const disclosures = token.disclosures.map(({ name = 'element', value }) => [name, value]);
    sections.push(`"disclosures": ${toJson(disclosures, `${indent}  `)}`);
  }
  if (token.nested !== undefined) sections.push(`"nested": ${toSections(token.nested, `${indent}  `)}`);
  return `{\n${sections.map((section) => `${indent}  ${section}`).join(',\n')}\n${indent}}`;
}

function toLines(object: JsonObject, indent: string): string {
  const names = Object.keys(object);
  const lines = names.map((name, i) => {
    const comma = i < names.length - 1 ? ',' : '';
    return `${indent}  ${JSON.stringify(name)}: ${toJson(object[name], `${indent}  `)}${comma}${toComment(object, name)}`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

function toJson(value: unknown, indent: string): string {
  return JSON.stringify(cutBelow(value, MAX_DEPTH), undefined, 2).replaceAll('\n', `\n${indent}`);
}

function toComment(object: JsonObject, name: string): string {
  const time = TIME_CLAIMS.has(name) ? findTime(object, name) : undefined;
  if (time === undefined) return '';
  if (isMilliseconds(time)) return ` // ${new Date(time).toISOString()}, in milliseconds`;
  return Math.abs(time) > MAX_TIME ? '' : ` // ${new Date(time * 1000).toISOString()}`;
}

function cutBelow(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.map((item) => cutBelow(item, depth - 1));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cutBelow(item, depth - 1)]));
}
