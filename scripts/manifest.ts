import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../rules';
import { catalog } from '../rules/catalog';
import { configSchema, type JsonSchema } from '../server/host/config/schema';
import { messagesOf } from './messages';
import type { GeneratedFile } from './registries';

const ROOT = join(__dirname, '..');

/** The settings that the editor shares with config files, `policy` apart, whose keys are settings of their own. */
const SHARED = ['preset', 'rules', 'cookies', 'testFiles'] as const;

/** The texts of generated settings begin so in package.nls.json. */
const GENERATED_TEXT = /^setting\.(preset|rules|policy|cookies|testFiles)\b/;

/** What the extension declares, as far as the engine says it: settings and their texts, the schema, the messages. */
export function manifestFiles(): readonly GeneratedFile[] {
  const { settings, texts } = sharedSettings();
  const manifest = readJson('package.json');
  const { properties } = manifest.contributes.configuration;
  for (const [name, setting] of Object.entries(settings)) properties[name] = setting;
  const written = Object.entries(readJson('package.nls.json')).filter(([key]) => !GENERATED_TEXT.test(key));
  const schema = { ...configSchema(catalog), allowComments: true, allowTrailingCommas: true };
  return [
    toFile('package.json', manifest),
    toFile('package.nls.json', { ...Object.fromEntries(written), ...texts }),
    toFile('schema/authlint.config.schema.json', schema),
    toFile('l10n/bundle.l10n.json', Object.fromEntries(messagesOf('client').map((message) => [message, message]))),
  ];
}

interface Declared {
  readonly settings: Readonly<Record<string, object>>;
  /** What is said of them, by the keys that stand in their place. */
  readonly texts: Readonly<Record<string, string>>;
}

function sharedSettings(): Declared {
  const { properties = {} } = configSchema(catalog);
  const texts: Record<string, string> = {};
  const named = (key: string, { description = '', ...rest }: JsonSchema): JsonSchema => {
    texts[key] = description;
    return { ...rest, description: `%${key}%` };
  };
  const namedAll = (prefix: string, all: Readonly<Record<string, JsonSchema>> = {}): Record<string, JsonSchema> =>
    Object.fromEntries(Object.entries(all).map(([key, one]) => [key, named(`${prefix}.${key}`, one)]));

  const shared = SHARED.map((name) => {
    const { properties: inner, ...schema } = properties[name] ?? {};
    const setting = {
      type: typeof DEFAULT_SETTINGS[name],
      ...named(`setting.${name}`, schema),
      ...(inner && { properties: namedAll(`setting.${name}`, inner) }),
      default: DEFAULT_SETTINGS[name],
      scope: 'resource',
    };
    return [`authlint.${name}`, setting] as const;
  });
  const policy = Object.entries(properties.policy?.properties ?? {}).map(([name, { description = '', anyOf = [] }]) => {
    // A setting is edited in a field of its own only where it has a type and no alternatives.
    const { type: _, ...limits } = Object.assign({}, ...anyOf);
    const setting = {
      ...named(`setting.policy.${name}`, { description }),
      ...limits,
      type: [...anyOf.map(({ type }) => type), 'null'],
      default: null,
      scope: 'resource',
    };
    return [`authlint.policy.${name}`, setting] as const;
  });
  return { settings: Object.fromEntries([...shared, ...policy]), texts };
}

// biome-ignore lint/suspicious/noExplicitAny: the manifest is what npm and VS Code say it is.
function readJson(path: string): any {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

function toFile(path: string, value: object): GeneratedFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` };
}
