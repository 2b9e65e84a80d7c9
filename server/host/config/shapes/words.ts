import { type Key, key, object, type Shape } from '../shape';

export const TEXT: Shape = { kind: 'text' };
export const TEXTS: Shape = { kind: 'texts' };
export const COUNT: Shape = { kind: 'count' };

export const INDEX = key('Which argument, counted from 0.', COUNT);
export const PATH = key('The properties that lead to it; none for the argument itself.', TEXTS);
export const MODULE = key('The module whose API the path names, where that is another one.', TEXT);

export const CONFIGURATION = object(
  'key',
  {
    files: key('Files of configuration by their paths in the project, without extension, the strongest first.', TEXTS),
    variables: key('The file that says which variables of the environment are stronger.', TEXT),
  },
  ['files'],
);

export const HANDLED = key('Types by parameter; empty for what no type describes.', TEXTS);

export function path(): Key {
  return key('What code reaches from an import, or from a type: "sign", "#Response.cookie".', TEXT);
}

export function listOf(of: Shape): Shape {
  return { kind: 'list', of };
}
