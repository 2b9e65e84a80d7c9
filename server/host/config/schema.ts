import { DURATION_PATTERN } from './duration';
import { configShape, type ObjectShape, type RuleName, type Shape } from './shape';

/** A JSON schema (draft 7), as far as we write one. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly type?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly exclusiveMinimum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: false;
}

/** The JSON schema of authlint.config.json; it accepts exactly what `readConfig` accepts, paths that exist aside. */
export function configSchema(rules: readonly RuleName[]): JsonSchema {
  const schema = toSchema(configShape(rules));
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'authlint configuration', ...schema };
}

function toSchema(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string' };
    case 'path':
      return { type: 'string', pattern: '^\\.\\.?/' };
    case 'patterns':
      return { type: 'array', items: { type: 'string' } };
    case 'duration':
      return {
        anyOf: [
          { type: 'number', exclusiveMinimum: 0 },
          { type: 'string', pattern: DURATION_PATTERN },
        ],
      };
    case 'choice':
      return { enum: shape.of };
    case 'object':
      return { type: 'object', properties: toProperties(shape), additionalProperties: false };
  }
}

function toProperties({ keys }: ObjectShape): Record<string, JsonSchema> {
  const entries = Object.entries(keys);
  return Object.fromEntries(
    entries.map(([name, key]) => [name, { description: key.description, ...toSchema(key.shape) }]),
  );
}
