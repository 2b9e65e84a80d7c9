import type { Where } from './places';

/** Where the members that are kept are named, in a list or alone. */
export interface NamedState {
  readonly named: Where;
}

/** Where a reducer stands, and the members of its state that are kept, or are not. */
export interface ReducerState {
  readonly reducer: Where;
  /** It is no reducer, but an object that holds its first state, and parts of the same kind by their names. */
  readonly inMembers?: { readonly state: string; readonly parts: string };
  /** It is the state itself, or an object of the parts' reducers. */
  readonly holds?: 'state' | 'reducers';
  readonly only: readonly Where[];
  readonly except: readonly Where[];
}

/** A reducer that a library makes of an argument, or of a member of it: a first state, or an object of the parts' reducers. */
export interface ReducerModel {
  readonly path: string;
  readonly in?: string;
  readonly argument: number;
  readonly member?: string;
  readonly holds: 'state' | 'reducers';
}
