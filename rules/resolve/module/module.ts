import type { Node, SourceFile } from '../../syntax';
import type { Span } from '../../text/span';
import type { Runtimes } from '../around/runtime';
import type { ShapeType } from '../lower/shapes';
import type { CallTerm, Term } from '../lower/term';
import type { References } from '../scope/references';
import type { FileScope } from '../scope/scope';
import type { Action, AssignmentTerm, Target } from './actions';
import type { Aftermath } from './aftermath';
import type { HandOver } from './handOvers';
import type { StartUp } from './startUp';
import type { Binding, ClassShape, EnvironmentName, FunctionShape, ImportedWrite, Quote } from './summary';
import type { ValueRead } from './valuesRead';

/** A module as the evaluator sees it: the file under analysis, or the summary of another. */
export interface Module {
  readonly file: string;
  readonly quote: Quote;
  readonly exports: Readonly<Record<string, Term>>;
  readonly exportsAllOf: readonly string[];
  binding(id: number): Binding;
  function(id: number): FunctionShape;
  class(id: number): ClassShape;
  /** The classes with a name of their own. */
  classIds(): readonly number[];
  /** Calls that may register a library with its framework. */
  registrations(): readonly CallTerm[];
  /** Calls of functions and methods of that name, where this module's text is at hand. */
  callsNamed(name: string): readonly CallTerm[];
  /** Assignments to members of that name, as above. */
  assignmentsTo(name: string): readonly AssignmentTerm[];
  /** What the body of a function calls and assigns to. */
  targetsIn(functionId: number): readonly Target[];
  /** The calls that a function is handed to as an argument, where this module's text shows them. */
  handedTo(functionId: number): readonly HandOver[];
  /** The call that is handed the object in which a function stands, and the property of it below which. */
  heldBy(functionId: number): { readonly call: CallTerm; readonly under: string } | undefined;
  /** Its text splits something at dots: a token may be taken apart by hand. */
  readonly splitsAtDots: boolean;
  readonly startUp: StartUp;
  /** Names that may say where the code runs. */
  readonly environmentNames: readonly EnvironmentName[];
  /** The properties that this module's text reads off what a name holds at a path, for a use at an offset. */
  partsRead(binding: number, path: readonly string[], at?: number): readonly string[];
  /** What it writes to parts of what it imports. */
  importedWrites(): readonly ImportedWrite[];
}

/** The module of the file under analysis: lowered on demand, each part once. */
export interface LiveModule extends Module {
  readonly tree: SourceFile;
  readonly scope: FileScope;
  lower(node: Node): Term;
  /** The properties that code reads off what the site at a place gives. */
  partsReadAt(span: Span): readonly string[];
  /** What code makes of what the site at a place gives, as a whole. */
  valueReadAt(span: Span): ValueRead | undefined;
  /** The type by which code takes what the site at a place gives. */
  typeTakenAt(span: Span): ShapeType | undefined;
  /** The lists whose elements a site is reached with, outermost first, under the ids by which frames give them. */
  iterations(site: Node): readonly { readonly id: number; readonly list: Term }[];
  /** What one of the scope's sites does; `undefined` when its syntax is broken. */
  action(site: Node): Action | undefined;
  /** Whether a node counts only under a test of the environment. */
  isGuarded(node: Node): boolean;
  /** Where its code runs. */
  readonly runtimes: Runtimes;
  readonly references: References;
  /** What becomes of what a call gives. */
  aftermath(site: Node): Aftermath;
}
