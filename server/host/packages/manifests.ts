import type { Files } from '../files/files';
import { ancestors, join } from '../files/path';
import { memo } from '../memo';

/** A package.json, as far as authlint reads it. Nothing in it is trusted to have its usual type. */
export interface Manifest {
  readonly directory: string;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Manifests {
  /** The manifest in a directory; `undefined` when there is none, or a malformed one. */
  at(directory: string): Promise<Manifest | undefined>;
  /** The manifests of a directory and of everything that it lies in, innermost first. */
  above(directory: string): Promise<readonly Manifest[]>;
  clear(): void;
}

export function createManifests(files: Files): Manifests {
  const manifests = memo(async (directory): Promise<Manifest | undefined> => {
    const json = parseRecord(await files.text(join(directory, 'package.json')));
    return json && { directory, json };
  });
  return {
    at: (directory) => manifests.get(directory),
    async above(directory) {
      const found = await Promise.all([...ancestors(directory)].map((ancestor) => manifests.get(ancestor)));
      return found.filter((manifest) => manifest !== undefined);
    },
    clear: () => manifests.clear(),
  };
}

/** The object that a JSON text holds; `undefined` for anything else. */
export function parseRecord(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    return text === undefined ? undefined : asRecord(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A value from JSON or YAML if it is an object. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : undefined;
}

/** A value from JSON or YAML if it is a string. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The strings of a value from JSON or YAML if it is a list. */
export function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
