import { configShape, type RuleName } from './configShape';
import { DURATION_PATTERN } from './duration';
import type { ObjectShape, Shape } from './shape';

/** A JSON schema (draft 7), as far as we write one. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly type?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly (string | boolean)[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly exclusiveMinimum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | JsonSchema;
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** The JSON schema of authlint.config.json; it accepts exactly what `readConfig` accepts, paths that exist aside. */
export function configSchema(rules: readonly RuleName[]): JsonSchema {
  const definitions = new Map<Shape, Definition>();
  const schema = toSchema(configShape(rules), definitions);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'authlint configuration',
    ...schema,
    definitions: Object.fromEntries([...definitions.values()].map((one) => [one.name, one.schema])),
  };
}

/** A shape that stands in many places, written once. */
interface Definition {
  readonly name: string;
  schema: JsonSchema;
}

type Definitions = Map<Shape, Definition>;

/** Shapes with alternatives are large, and the same ones stand in many places. */
function toReference(shape: Shape, definitions: Definitions, make: () => JsonSchema): JsonSchema {
  const known = definitions.get(shape);
  const definition = known ?? { name: `shape${definitions.size + 1}`, schema: {} };
  if (known === undefined) {
    definitions.set(shape, definition);
    definition.schema = make();
  }
  // What stands beside a reference is not read.
  return { allOf: [{ $ref: `#/definitions/${definition.name}` }] };
}

const COUNT: JsonSchema = { type: 'integer', minimum: 0 };

/** A release as semver writes it. */
const VERSION_PATTERN = '^(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}(-[\\dA-Za-z.-]+)?$';

function toSchema(shape: Shape, definitions: Definitions): JsonSchema {
  const schemaOf = (inner: Shape): JsonSchema => toSchema(inner, definitions);
  switch (shape.kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string' };
    case 'path':
      return { type: 'string', pattern: '^\\.\\.?/' };
    case 'number':
      return { type: 'number' };
    case 'count':
      return COUNT;
    case 'range':
      return { type: 'array', items: COUNT, minItems: 2, maxItems: 2 };
    case 'version':
      return { type: 'string', pattern: VERSION_PATTERN };
    case 'patterns':
    case 'texts':
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
    case 'either':
      return { anyOf: shape.of.map(schemaOf) };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of) };
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(shape.of) };
    case 'whole':
      return schemaOf(shape.of);
    case 'variants':
      return toReference(shape, definitions, () => ({ anyOf: Object.values(shape.of).map(schemaOf) }));
    case 'forms':
      return toReference(shape, definitions, () => {
        const forms = Object.values(shape.of).map(schemaOf);
        return { anyOf: shape.or === undefined ? forms : [{ enum: [shape.or] }, ...forms] };
      });
    case 'object': {
      const { required } = shape;
      const properties = toProperties(shape, definitions);
      return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false };
    }
  }
}

function toProperties({ keys }: ObjectShape, definitions: Definitions): Record<string, JsonSchema> {
  const entries = Object.entries(keys);
  return Object.fromEntries(
    entries.map(([name, key]) => [name, { description: key.description, ...toSchema(key.shape, definitions) }]),
  );
}
