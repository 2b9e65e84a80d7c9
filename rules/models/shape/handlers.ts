/** What handlers get: functions that are an argument of a call, or that have a type of the library. */
export type HandlerModel = HandedHandlerModel | HeldHandlerModel | NamedHandlerModel | TypedHandlerModel;

export interface HandedHandlerModel {
  /** The call. */
  readonly path: string;
  readonly in?: string;
  /** Only handlers that take this many parameters: Express tells its error handlers so. */
  readonly count?: number;
  /** Types by parameter; empty for what no type describes. */
  readonly parameters: readonly string[];
}

/** Handlers that stand in an object that a call is handed, below the property `under`. */
export interface HeldHandlerModel {
  readonly path: string;
  readonly under: string;
  /** As above. */
  readonly parameters: readonly string[];
}

/** Functions that a framework finds by their names, in projects that depend on it. */
export interface NamedHandlerModel {
  readonly named: string;
  /** As above. */
  readonly parameters: readonly string[];
}

export interface TypedHandlerModel {
  /** The name by which annotations mean the type, under any of the modules. */
  readonly annotation: string;
  /** It is the type of an object whose members are the handlers. */
  readonly members?: true;
  /** As above. */
  readonly parameters: readonly string[];
}
