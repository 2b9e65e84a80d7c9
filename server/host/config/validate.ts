import { getNodeValue, type Node } from 'jsonc-parser';
import { valid } from 'semver';
import { toSeconds } from './duration';
import type { FormsShape, LeafShape, ObjectShape, Shape, VariantsShape } from './shape';

/** Says what is wrong with the value at a node. */
export type Report = (node: Node, message: string) => void;

/**
 * The value at a node as far as it has its shape, durations in seconds; what is wrong is reported and left out. `path` is
 * empty for the config itself.
 */
export function validate(node: Node, shape: Shape, path: string, report: Report): unknown {
  switch (shape.kind) {
    case 'object':
      return validateObject(node, shape, path, report);
    case 'variants':
      return validateVariants(node, shape, path, report);
    case 'forms':
      return validateForms(node, shape, path, report);
    case 'list':
      return validateList(node, shape.of, path, report);
    case 'map':
      return validateMap(node, shape.of, path, report);
    case 'whole':
      return validateWhole(node, shape.of, path, report);
  }
  const value: unknown = getNodeValue(node);
  const accepted = accept(value, shape);
  if (accepted === undefined) report(node, `${named(path)} is ${JSON.stringify(value)}. ${expectation(shape)}`);
  return accepted;
}

function validateObject(node: Node, shape: ObjectShape, path: string, report: Report): unknown {
  if (node.type !== 'object') {
    report(node, `${named(path)} is not an object. ${expectation(shape)}`);
    return undefined;
  }
  const valid: Record<string, unknown> = {};
  for (const [keyName, keyNode, valueNode] of entriesOf(node)) {
    const key = Object.hasOwn(shape.keys, keyName) ? shape.keys[keyName] : undefined;
    if (key === undefined) {
      const place = isInList(path) ? ` in ${named(path)}` : '';
      report(keyNode, `Unknown ${shape.keysAre} "${keyName}"${place}. ${expectation(shape)}`);
      continue;
    }
    const value = validate(valueNode, key.shape, pathTo(path, keyName), report);
    if (value !== undefined) valid[keyName] = value;
  }
  const absent = shape.required.filter((name) => findValue(node, name) === undefined);
  if (absent.length > 0) {
    const names = absent.map((name) => `"${name}"`).join(', ');
    report(node, `${named(path)} has no ${names}. Required: ${shape.required.join(', ')}.`);
  }
  return valid;
}

function validateVariants(node: Node, { by, of }: VariantsShape, path: string, report: Report): unknown {
  const told = findValue(node, by);
  const names = Object.keys(of)
    .map((name) => `"${name}"`)
    .join(', ');
  if (told === undefined) {
    report(node, `${named(path)} has no "${by}". Allowed: ${names}.`);
    return undefined;
  }
  const value: unknown = getNodeValue(told);
  const variant = typeof value === 'string' && Object.hasOwn(of, value) ? of[value] : undefined;
  if (variant !== undefined) return validateObject(node, variant, path, report);
  report(told, `${named(pathTo(path, by))} is ${JSON.stringify(value)}. Allowed: ${names}.`);
  return undefined;
}

function validateForms(node: Node, shape: FormsShape, path: string, report: Report): unknown {
  if (shape.or !== undefined && node.value === shape.or) return shape.or;
  const form = Object.entries(shape.of).find(([name]) => findValue(node, name) !== undefined)?.[1];
  if (form !== undefined) return validateObject(node, form, path, report);
  report(node, `${named(path)} is not understood. ${expectation(shape)}`);
  return undefined;
}

function validateList(node: Node, of: Shape, path: string, report: Report): unknown {
  if (node.type !== 'array') {
    report(node, `${named(path)} is not a list. Allowed: a list.`);
    return undefined;
  }
  const items = (node.children ?? []).map((item, index) => validate(item, of, `${path}[${index}]`, report));
  return items.filter((item) => item !== undefined);
}

function validateMap(node: Node, of: Shape, path: string, report: Report): unknown {
  if (node.type !== 'object') {
    report(node, `${named(path)} is not an object. Allowed: an object with keys of your own.`);
    return undefined;
  }
  const entries = entriesOf(node).map(([name, , value]) => [name, validate(value, of, pathTo(path, name), report)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function validateWhole(node: Node, of: Shape, path: string, report: Report): unknown {
  let isWhole = true;
  const value = validate(node, of, path, (wrong, message) => {
    isWhole = false;
    report(wrong, message);
  });
  return isWhole ? value : undefined;
}

function entriesOf(node: Node): readonly (readonly [name: string, key: Node, value: Node])[] {
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [[String(key.value), key, value] as const],
  );
}

function findValue(node: Node, key: string): Node | undefined {
  return node.type === 'object' ? entriesOf(node).find(([name]) => name === key)?.[2] : undefined;
}

/** A key alone tells which is meant, except inside of a list. */
function pathTo(path: string, key: string): string {
  return isInList(path) ? `${path}.${key}` : key;
}

function isInList(path: string): boolean {
  return path.includes('[');
}

function named(path: string): string {
  return path === '' ? 'The config' : `"${path}"`;
}

function accept(value: unknown, shape: LeafShape): unknown {
  switch (shape.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'path':
      return typeof value === 'string' && /^\.\.?\//.test(value) ? value : undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'count':
      return isCount(value) ? value : undefined;
    case 'range':
      return Array.isArray(value) && value.length === 2 && value.every(isCount) ? value : undefined;
    case 'version':
      return typeof value === 'string' && valid(value) === value ? value : undefined;
    case 'patterns':
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    case 'duration':
      return toSeconds(value);
    case 'choice':
      return shape.of.find((allowed) => allowed === value);
    case 'either':
      return shape.of.map((one) => accept(value, one)).find((accepted) => accepted !== undefined);
  }
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function expectation(shape: LeafShape | ObjectShape | FormsShape): string {
  return `Allowed: ${allowed(shape)}.`;
}

/** What a value of a shape may be, in words. */
export function allowed(shape: LeafShape | ObjectShape | FormsShape): string {
  switch (shape.kind) {
    case 'boolean':
      return 'true, false';
    case 'text':
      return 'a string';
    case 'path':
      return 'a relative path that starts with "./" or "../"';
    case 'number':
      return 'a number';
    case 'count':
      return 'a whole number from 0 on';
    case 'range':
      return 'the least and the greatest number, such as [3, 4]';
    case 'version':
      return 'a version, such as "2.0.0"';
    case 'patterns':
      return 'a list of strings, such as ["legacy/", "*.gen.ts"]';
    case 'texts':
      return 'a list of strings';
    case 'duration':
      return 'seconds as a number above 0, or a string such as "90s", "15m", "1h" or "30d"';
    case 'choice':
      return shape.of.map((value) => JSON.stringify(value)).join(', ');
    case 'either':
      return shape.of.map(allowed).join(', or ');
    case 'object':
      return Object.keys(shape.keys).join(', ');
    case 'forms':
      return [...(shape.or === undefined ? [] : [`"${shape.or}"`]), `an object with ${toChoice(shape)}`].join(', or ');
  }
}

function toChoice({ of }: FormsShape): string {
  const names = Object.keys(of).map((name) => `"${name}"`);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
