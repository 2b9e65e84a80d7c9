import type { Span } from '../../text/span';
import type { ShapeType } from '../lower/shapes';
import type { CallTerm, Term } from '../lower/term';
import type { Action } from './actions';
import type { StartUp } from './startUp';

/** Function ids of code that stands in no function. */
export const MODULE_BODY = -1;
/** Function id of a use by an importer: it runs after the whole module body has run. */
export const IMPORTER = -2;

/**
 * What one module says to its importers: a function of its text alone, serialisable, and symbolic (it names what it
 * imports and never holds its content).
 */
export interface ModuleSummary {
  readonly file: string;
  /** The quote that most of its strings use, for edits. */
  readonly quote: Quote;
  readonly exports: Readonly<Record<string, Term>>;
  /** Specifiers of `export * from`. */
  readonly exportsAllOf: readonly string[];
  /** What the exported terms refer to, transitively. */
  readonly bindings: Readonly<Record<number, Binding>>;
  readonly functions: Readonly<Record<number, FunctionShape>>;
  readonly classes: Readonly<Record<number, ClassShape>>;
  /** Its text splits something at dots. */
  readonly splitsAtDots: boolean;
  readonly startUp: StartUp;
  /** Names that may say where the code runs. */
  readonly environmentNames: readonly EnvironmentName[];
  /** Calls that may register a library with its framework, by their names. */
  readonly registrations: readonly CallTerm[];
  /** What it writes to parts of what it imports. */
  readonly importedWrites: readonly ImportedWrite[];
}

/** A write to something of another module. */
export interface ImportedWrite {
  readonly specifier: string;
  /** Property keys from that module to the name that is written through: the first is that of an export. */
  readonly path: readonly string[];
  readonly write: Write;
}

/** A name that a module declares or imports once, whose words speak of an environment: `isProd`. */
export interface EnvironmentName {
  readonly name: string;
  readonly binding: number;
  /** Where it is declared: code behind that can use it. */
  readonly end: number;
}

export type Quote = "'" | '"';

/** The key under which `module.exports = …` and `export = …` are kept. */
export const WHOLE_EXPORT = 'export=';

/** One declared name. */
export type Binding =
  | ImportBinding
  | VariableBinding
  | ParameterBinding
  | FunctionBinding
  | ClassBinding
  | EnumBinding
  | TypeBinding
  | OpaqueBinding;

export interface ImportBinding {
  readonly kind: 'import';
  readonly specifier: string;
  /** The exported name; `*` for the namespace. */
  readonly imported: string;
  /** Where it is imported. */
  readonly function: typeof MODULE_BODY;
  /** What this module writes to parts of it. */
  readonly writes: readonly Write[];
}

export interface VariableBinding {
  readonly kind: 'variable';
  readonly name: string;
  /** The declared function; `MODULE_BODY` for a module-level name. */
  readonly function: number;
  readonly initial: Term | undefined;
  readonly writes: readonly Write[];
  readonly type: TypeName | undefined;
  readonly shape?: ShapeType | undefined;
}

/** Parameter `index` of a function, or the part of it that destructuring takes out. */
export interface ParameterBinding {
  readonly kind: 'parameter';
  readonly name: string;
  readonly function: number;
  readonly index: number;
  /** Property keys from the argument to this name; empty for the argument itself. */
  readonly path: readonly string[];
  /** `...rest`, in an argument list or a pattern. */
  readonly rest: boolean;
  /** What the pattern takes by name beside its `...rest`: the rest is all else. */
  readonly without?: readonly string[];
  /** `...rest` of the parameters themselves: a list of what is left of the arguments. */
  readonly gathers?: true;
  readonly default: Term | undefined;
  readonly writes: readonly Write[];
}

export interface FunctionBinding {
  readonly kind: 'function';
  readonly name: string;
  readonly id: number;
}

export interface ClassBinding {
  readonly kind: 'class';
  readonly name: string;
  readonly id: number;
}

export interface EnumBinding {
  readonly kind: 'enum';
  readonly name: string;
  readonly members: Readonly<Record<string, Term>>;
}

/** An interface or a type alias. */
export interface TypeBinding {
  readonly kind: 'type';
  readonly name: string;
  /** What it extends or stands for. */
  readonly bases: readonly TypeName[];
  /** It lists members of its own, so classes can implement it. */
  readonly isContract: boolean;
  readonly shape?: ShapeType | undefined;
}

/** A name whose value is not followed: a loop variable, a caught error, a namespace. */
export interface OpaqueBinding {
  readonly kind: 'opaque';
  readonly name: string;
}

/** A later write to a name, or to a property of the object that it holds. */
export interface Write {
  /** Property keys from the name to what is written; `undefined` stands for a key that is not known. */
  readonly path: readonly (string | undefined)[];
  /** What is written; `undefined` when it is not known. */
  readonly value: Term | undefined;
  /** `spread`: every property of `value` is written, as `Object.assign` does. */
  readonly kind: 'assign' | 'spread' | 'delete';
  readonly span: Span;
  /** The innermost function that holds the write. */
  readonly function: number;
  /** The innermost stretch of code that runs as a whole; a use further down in it has certainly seen the write. */
  readonly block: Span;
  /** The loop around it, in its function, outside of which the name is declared: what stands further up may run after it. */
  readonly loop?: Span | undefined;
  /** `block` is the whole body of its function or module. */
  readonly unconditional: boolean;
  /** The write stands under a test of the environment. */
  readonly guarded: boolean;
  /** It replaces a text that its condition refuses: what is left elsewhere has passed a test. */
  readonly corrects?: boolean;
  /** It happens only if the callee is a function that writes to its parameter of that index. */
  readonly by?: { readonly callee: Term; readonly index: number };
}

/** A type as it is written: `express.Response` has root `express` and path `['Response']`. */
export interface TypeName {
  readonly root: Term;
  readonly path: readonly string[];
}

/** The type that a function has by where it stands: `const load: PageServerLoad = () => …`. */
export interface GivenType {
  readonly type: TypeName;
  /** It is the type of the object literal that the function is a member of. */
  readonly isMember: boolean;
}

export interface FunctionShape {
  readonly name: string | undefined;
  readonly givenType: GivenType | undefined;
  readonly parameters: readonly ParameterShape[];
  readonly returns: readonly ReturnShape[];
  /** What the body does with the parameters: each of these is another fact at every call that supplies the rest. */
  readonly effects: readonly Action[];
  /** The parameters of which the body writes some part. */
  readonly writesTo: readonly number[];
  /** Control can reach the end of the body without `return`. */
  readonly fallsThrough: boolean;
  /** The body holds a `throw`. */
  readonly throws: boolean;
  /** What its annotation says of what it gives. */
  readonly answer?: ShapeType | undefined;
  /** It is used as a class: its number among them. */
  readonly classId?: number | undefined;
  /** It reads the cookies of its page, and its callers say which. */
  readonly readsPageCookies?: boolean | undefined;
}

export interface ParameterShape {
  /** `undefined` for a pattern. */
  readonly name: string | undefined;
  readonly type: TypeName | undefined;
  readonly shape?: ShapeType | undefined;
  /** What a decorator asks a container for: `@Inject(TOKEN)`. */
  readonly asked?: CallTerm | undefined;
}

export interface ReturnShape {
  readonly value: Term;
  /** The statement stands under a test of the environment. */
  readonly guarded: boolean;
}

export interface ClassShape {
  readonly name: string | undefined;
  readonly extends: Term | undefined;
  readonly implements: readonly TypeName[];
  readonly isAbstract: boolean;
  /** The function that `new` runs. */
  readonly constructorId: number | undefined;
  /** What that gives to the constructor of the class that this one extends. */
  readonly superCall?: CallTerm | undefined;
  /** Fields, methods and accessors by name. */
  readonly members: Readonly<Record<string, Term>>;
  readonly statics: Readonly<Record<string, Term>>;
  /** What its code writes below a field (`this.options.secure = true`), by the names of the fields. */
  readonly parts: Readonly<Record<string, readonly Write[]>>;
  /** What annotations say of fields that the class itself gives nothing, by their names. */
  readonly declared: Readonly<Record<string, TypeName>>;
  /** What decorators ask a container for, by the names of the fields that get it. */
  readonly asked: Readonly<Record<string, CallTerm>>;
  /** Its fields, by their annotations. */
  readonly shape?: ShapeType | undefined;
}
