import type { Binding, ClassShape, FunctionShape } from '../module/summary';

/** What nothing is known of, where a shape is asked for. */
export const OPAQUE: Binding = { kind: 'opaque', name: '' };
export const NO_FUNCTION: FunctionShape = {
  name: undefined,
  givenType: undefined,
  parameters: [],
  returns: [],
  effects: [],
  writesTo: [],
  fallsThrough: true,
  throws: false,
};
export const NO_CLASS: ClassShape = {
  name: undefined,
  extends: undefined,
  implements: [],
  isAbstract: false,
  constructorId: undefined,
  members: {},
  statics: {},
  parts: {},
  declared: {},
  asked: {},
};
