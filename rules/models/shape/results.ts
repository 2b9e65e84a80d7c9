import type { DrawSource } from '../../facts/schema';
import type { KeyForm, KeyType } from '../../facts/schema/origins';
import type { ApiResult } from '../../resolve/evaluate/apiResults';
import type { Where } from './places';

export interface DrawModel {
  readonly path: string;
  readonly in?: string;
  readonly source: DrawSource;
  /** The argument that says how much is drawn. */
  readonly size?: number;
}

export interface ResultModel {
  /** `*` stands for any member of a type: `#PrismaClient.*.findFirst()`. */
  readonly path: string;
  readonly in?: string;
  readonly is:
    | 'credential'
    /** It is made of the arguments. */
    | ApiResult
    /** A mark that says that there is no value: `RESET`. */
    | { readonly nothing: true }
    /** A token by which a service reaches a device or an app: it says nothing of the user. */
    | { readonly identifier: true }
    | { readonly key: KeyType; readonly form: KeyForm }
    | RecordResult
    /** A text that is written in the library, for everybody to read. */
    | { readonly text: string }
    /** An object of the application: its members are what code assigns to them, in the same file. */
    | { readonly members: 'assigned' }
    /** What was kept under the name that the first argument is. */
    | { readonly kept: readonly KeptIn[] }
    /** An object of which a schema says what its members are where nobody gave them. */
    | { readonly schema: SchemaDefaults }
    /** What is computed from other values, so that it cannot be undone; only with a key, or by anybody. */
    | { readonly digest: 'keyed' | 'plain' }
    /** The result carries on an argument, or a property of it. */
    | { readonly argument: number; readonly path?: readonly string[] };
}

/** A call of the same library that keeps values, for others to ask for them by name. */
export interface KeptIn {
  /** Its path. */
  readonly by: string;
  /** The argument that names the value; without one, the values lie in an object at the names. */
  readonly name?: number;
  /** The argument that is the value, or the object. */
  readonly value: number;
  /** What stands between names of which each leads further into the object. */
  readonly separator?: string;
  /** Where the value lies in what the names lead to. */
  readonly within?: readonly string[];
  /** It stands in where nothing else is configured. */
  readonly isFallback?: true;
}

/** All columns of a row of a database. */
export interface RecordResult {
  /** `document`: an object that may hide some of them, unless it is copied by a spread or by `toObject()`. */
  readonly record: 'plain' | 'document';
  /** Where columns are selected: where something may be written there, the result is no whole record. */
  readonly selectedBy: readonly (Where & { readonly from: 'argument' })[];
}

/** Where a schema says what stands in for a value that is not given. */
export interface SchemaDefaults {
  /** The methods and functions of which one lists the members. */
  readonly by: readonly string[];
  /** Its argument that does, and where in it. */
  readonly lists: number;
  readonly within?: readonly string[];
  /** The argument that is the schema, of a call that does not stand at its end. */
  readonly handed?: number;
  /** A method whose first argument stands in, or an option of the call that describes a member. */
  readonly defaults: { readonly method: string } | { readonly option: string };
}
