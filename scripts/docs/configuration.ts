import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../rules/catalog';
import { POLICIES } from '../../rules/config';
import { configShape } from '../../server/host/config/configShape';
import { readConfig } from '../../server/host/config/readConfig';
import type { Key, Shape } from '../../server/host/config/shape';
import { allowed } from '../../server/host/config/validate';
import type { GeneratedFile } from '../registries';
import { EXAMPLES, MISTAKES, TEST_FILES } from './configurationExamples';
import { block, card, code, listed, note, table, toAnchor } from './markdown';

const ROOT = join(__dirname, '../..');
const shape = configShape(catalog);

/** Every key of the configuration, with what it may be and an example; and what is said when it is wrong. */
export function configurationPage(): GeneratedFile {
  const parts = [
    note('server/host/config/configShape.ts'),
    '# Configuration',
    INTRODUCTION,
    '## Keys',
    Object.entries(shape.keys)
      .map(([name, key]) => `- [\`${name}\`](#${toAnchor(name)}): ${key.description}`)
      .join('\n'),
    ...Object.entries(shape.keys).flatMap(([name, key]) => [`### ${name}`, ...described(name, key)]),
    '## Presets',
    presets(),
    WHICH_COUNTS,
    SILENCED,
    '## In the editor',
    EDITOR,
    editorSettings(),
    '## When a config is wrong',
    MISTAKEN,
    ...MISTAKES.flatMap((text) => [block('json', text), block('text', problemsOf(text).join('\n'))]),
  ];
  return { path: 'docs/configuration.md', text: `${parts.join('\n\n')}\n` };
}

const INTRODUCTION = `None is needed. What differs from the defaults stands in \`authlint.config.json\`, or under the key \`authlint\` of
\`package.json\`. Comments and trailing commas are welcome. It is data: nothing of a workspace is ever run.`;

const WHICH_COUNTS = `## Which setting counts

1. the command line: \`--preset\`, \`--rule\`
2. the nearest config: that of the file's own folder, then those of the folders around it, up to one with \`"root": true\`
3. the settings of the editor
4. the defaults

Each key is taken by itself from the first of these that sets it; \`rules\`, \`policy\` and \`models\` are taken apart further, so
that one rule can be set here and another there. Within one config, \`overrides\` that fit a file come before the rest, and
what it \`extends\` comes after it. \`--config FILE\` uses that file alone.`;

const SILENCED = `## What is not reported although it is found

- A comment silences rules at one place, with a reason: [suppressions.md](suppressions.md).
- A baseline lists what is known: \`authlint --update-baseline\` writes \`.authlint-baseline.json\`, and only what is new is
  reported from then on, also in the editor. Of several, the nearest counts; \`--baseline FILE\` names one for everything. It
  holds the rule, the file and a fingerprint of each finding, and no code.
  [Getting started](getting-started.md#an-old-project) says how to work with one.
- \`ignore\`, \`.gitignore\` and \`testFiles\` leave files out.`;

const EDITOR = `The extension has these settings. A config that sets the same wins over them, so that the editor and CI agree. Other editors send
the same keys, without \`authlint.\`, when the server asks for the section \`authlint\`.`;

const MISTAKEN = `On the command line a mistake in a config ends the run with status 2; in an editor the config counts as far as it is right. The
message names the place and what is allowed there:`;

function described(name: string, key: Key): readonly string[] {
  const example = EXAMPLES[name as keyof typeof EXAMPLES];
  return [
    key.description,
    card([
      ['Allowed', spoken(key.shape)],
      ['Default', DEFAULTS[name] ?? ''],
    ]),
    ...details(name, key.shape),
    block('json', JSON.stringify({ [name]: example }, undefined, 2)),
  ];
}

const DEFAULTS: Readonly<Record<string, string>> = {
  root: '`false`',
  preset: '`"recommended"`',
  rules: 'each rule as it is, as far as the preset has it',
  policy: 'that of the preset',
  cookies: '`"auth"`',
  testFiles: '`"ignore"`',
  requireReason: '`false`',
};

function details(name: string, { kind }: Shape): readonly string[] {
  if (name === 'rules')
    return ['[Rules](rules/README.md) lists them. A severity turns a rule on, whatever the preset.'];
  if (name === 'policy') return [policyTable(), DURATIONS];
  if (name === 'overrides') return [overridesTable()];
  if (name === 'testFiles') return [`Test code is told by its path: ${TEST_FILES.map(code).join(', ')} and the like.`];
  if (name === 'extends')
    return [
      'The patterns of `ignore` and `overrides` count from the file that extends, not from the one that is extended.',
    ];
  if (name === 'requireReason') return ['[Comments that silence findings](suppressions.md) says how they are written.'];
  if (name === 'models') return ['[Your own libraries](models.md) describes them, key by key.'];
  return kind === 'patterns' ? ['What `.gitignore` names is not checked either; `--no-ignore` checks both.'] : [];
}

const DURATIONS = `No standard sets a number; these follow OWASP ASVS 5.0 (6.5.5) and NIST 800-63B.

What a token is for is told by the names around the call that signs it, by its key, and by what it claims:

| purpose | told by |
| --- | --- |
| access | \`access\` in a claim such as \`type\` or \`scope\`, in the name of the key, or in \`accessToken\`, \`generateAccessToken\`; or a claim that says who it is about (\`sub\`, \`userId\`, \`email\`, \`role\`), where somebody signs in or what is made is called \`token\`, \`jwt\`, \`session\` |
| refresh | \`refresh\` in any of these |
| login link | \`reset\`, \`forgot\`, \`magic\`, \`otp\`, \`passwordless\`, \`recovery\` |
| confirmation | \`confirm\`, \`verification\`, \`activation\`, \`unsubscribe\` |
| invitation | \`invite\`, \`invitation\` |

A token for which nothing shows a purpose is measured by none of these.`;

function policyTable(): string {
  const keys = Object.entries(keysOf(shape.keys.policy));
  const rows = keys.map(([name, { description }]) => [
    code(name),
    description.split('. ')[0] ?? '',
    ...(['recommended', 'strict'] as const).map((preset) =>
      toDuration(POLICIES[preset][name as keyof typeof POLICIES.strict]),
    ),
  ]);
  return table(['key', 'what it is', '`recommended`', '`strict`'], rows);
}

function overridesTable(): string {
  const { shape: list } = shape.keys.overrides ?? {};
  const item = list?.kind === 'list' && list.of.kind === 'whole' ? list.of.of : undefined;
  const keys = item?.kind === 'object' ? Object.entries(item.keys) : [];
  return table(
    ['key', 'what it is', 'allowed'],
    keys.map(([name, key]) => [
      code(name),
      key.description,
      name in shape.keys ? `as [${code(name)}](#${toAnchor(name)})` : spoken(key.shape),
    ]),
  );
}

function keysOf(key: Key | undefined): Readonly<Record<string, Key>> {
  return key?.shape.kind === 'object' ? key.shape.keys : {};
}

function presets(): string {
  const strict = catalog.filter((rule) => rule.preset === 'strict').map(({ id }) => `[${id}](rules/${id}.md)`);
  return (
    `\`recommended\` holds the rules that nobody argues with. \`strict\` adds ${listed(strict)}, shortens the policy as the table ` +
    'under [`policy`](#policy) says, and lets some rules report more; their pages say so.'
  );
}

function spoken(shape: Shape): string {
  switch (shape.kind) {
    case 'object':
      return `an object with some of the keys ${shape.keysAre === 'rule' ? 'that are ids of rules, each ' : ''}${keysSpoken(shape.keys, shape.keysAre)}`;
    case 'list':
      return `a list; each is ${spoken(shape.of)}`;
    case 'whole':
      return spoken(shape.of);
    case 'map':
      return 'an object with keys of your own';
    case 'variants':
    case 'forms':
      return 'an object';
    default:
      return allowed(shape);
  }
}

function keysSpoken(keys: Readonly<Record<string, Key>>, keysAre: string): string {
  const [first] = Object.values(keys);
  if (keysAre === 'rule' && first !== undefined) return spoken(first.shape);
  return listed(Object.keys(keys).map(code));
}

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

function toDuration(seconds: number): string {
  const [size, unit] = UNITS.find(([one]) => seconds >= one && seconds % one === 0) ?? [1, 'second'];
  return `${seconds / size} ${unit}${seconds === size ? '' : 's'}`;
}

interface EditorSetting {
  readonly type: string | readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

function editorSettings(): string {
  const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const texts = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8'));
  const settings = Object.entries<EditorSetting>(contributes.configuration.properties);
  const rows = settings.map(([name, setting]) => [
    code(name),
    textOf(setting, texts),
    setting.enum?.map((one) => code(JSON.stringify(one))).join(', ') ?? [setting.type].flat().join(', '),
    'default' in setting ? code(JSON.stringify(setting.default)) : '',
  ]);
  return table(['setting', 'what it is', 'allowed', 'default'], rows);
}

function textOf({ description, markdownDescription }: EditorSetting, texts: Readonly<Record<string, string>>): string {
  const said = description ?? markdownDescription ?? '';
  const [, named] = /^%(.*)%$/.exec(said) ?? [];
  return named === undefined ? said : (texts[named] ?? '');
}

/** What is said of a config, as the command line prints it. */
export function problemsOf(text: string): readonly string[] {
  const { problems } = readConfig('authlint.config.json', text, shape);
  return problems.map(
    ({ file, line, column, message }) => `authlint: ${file}:${line}:${column}: ${shortened(message)}`,
  );
}

/** The list of all rules is long, and stands elsewhere. */
function shortened(message: string): string {
  return message.replace(/(Allowed: (?:[\w-]+, ){4})(?:[\w-]+, ){6,}[\w-]+\./, '$1…');
}
