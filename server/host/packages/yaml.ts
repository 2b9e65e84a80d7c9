import { asRecord } from './manifests';

/** The object that a YAML text holds, every scalar as it is written; `undefined` for anything else. */
export async function parseYamlRecord(text: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  // Most repositories hold no YAML that counts, and loading the parser costs every run some milliseconds.
  const { FAILSAFE_SCHEMA, load } = await import('js-yaml');
  try {
    return asRecord(load(text, { schema: FAILSAFE_SCHEMA }));
  } catch {
    return undefined;
  }
}
