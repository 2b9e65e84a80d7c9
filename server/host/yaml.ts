import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { asRecord } from './manifests';

/** The object that a YAML text holds, every scalar as it is written; `undefined` for anything else. */
export function parseYamlRecord(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    return text === undefined ? undefined : asRecord(load(text, { schema: FAILSAFE_SCHEMA }));
  } catch {
    return undefined;
  }
}
