import { getNodeValue, type Node } from 'jsonc-parser';
import { toSeconds } from './duration';
import type { ObjectShape, Shape } from './shape';

/** Says what is wrong with the value at a node. */
export type Report = (node: Node, message: string) => void;

/** The value at a node as far as it has its shape, durations in seconds; what is wrong is reported and left out. */
export function validate(node: Node, shape: Shape, name: string, report: Report): unknown {
  if (shape.kind === 'object') return validateObject(node, shape, name, report);
  const value: unknown = getNodeValue(node);
  const accepted = accept(value, shape);
  if (accepted === undefined) report(node, `${name} is ${JSON.stringify(value)}. ${expectation(shape)}`);
  return accepted;
}

function validateObject(node: Node, shape: ObjectShape, name: string, report: Report): unknown {
  if (node.type !== 'object') {
    report(node, `${name} is not an object. ${expectation(shape)}`);
    return undefined;
  }
  const valid: Record<string, unknown> = {};
  for (const { children = [] } of node.children ?? []) {
    const [keyNode, valueNode] = children;
    if (keyNode === undefined || valueNode === undefined) continue;
    const keyName = String(keyNode.value);
    const key = Object.hasOwn(shape.keys, keyName) ? shape.keys[keyName] : undefined;
    if (key === undefined) {
      report(keyNode, `Unknown ${shape.keysAre} "${keyName}". ${expectation(shape)}`);
      continue;
    }
    const value = validate(valueNode, key.shape, `"${keyName}"`, report);
    if (value !== undefined) valid[keyName] = value;
  }
  return valid;
}

function accept(value: unknown, shape: Exclude<Shape, ObjectShape>): unknown {
  switch (shape.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'path':
      return typeof value === 'string' && /^\.\.?\//.test(value) ? value : undefined;
    case 'patterns':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    case 'duration':
      return toSeconds(value);
    case 'choice':
      return typeof value === 'string' && shape.of.includes(value) ? value : undefined;
  }
}

function expectation(shape: Shape): string {
  switch (shape.kind) {
    case 'boolean':
      return 'Allowed: true, false.';
    case 'text':
      return 'Allowed: a string.';
    case 'path':
      return 'Allowed: a relative path that starts with "./" or "../".';
    case 'patterns':
      return 'Allowed: a list of strings, such as ["legacy/", "*.gen.ts"].';
    case 'duration':
      return 'Allowed: seconds as a number above 0, or a string such as "90s", "15m", "1h" or "30d".';
    case 'choice':
      return `Allowed: ${shape.of.map((value) => `"${value}"`).join(', ')}.`;
    case 'object':
      return `Allowed: ${Object.keys(shape.keys).join(', ')}.`;
  }
}
