import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../rules/catalog';
import type { Emission, LibraryModel, Where } from '../../rules/models/model';
import { FACTS, KINDS } from '../coverage';
import type { GeneratedFile } from '../registries';
import { covers, type KnownLibrary, knownLibraries } from './knownLibraries';
import { card, code, link, listed, note, table, toAnchor } from './markdown';
import { spokenPlace, spokenTrigger, toPath } from './places';
import { linkedRule } from './rulePages';
import { readableText } from './sourcePage';

const ROOT = join(__dirname, '../..');
const VERIFIED = 'docs/verified-defaults.md';

/** A page for each library: what authlint knows of it, and code in which that shows. */
export function libraryPages(): readonly GeneratedFile[] {
  const verified = verifiedApis();
  return knownLibraries().map((library) => ({ path: library.target, text: libraryPage(library, verified) }));
}

type Verified = ReadonlyMap<string, readonly string[]>;

/** The headings of the page of verified defaults, by package. */
function verifiedApis(): Verified {
  const page = readFileSync(join(ROOT, VERIFIED), 'utf8');
  const apis = new Map<string, readonly string[]>();
  for (const [, heading = '', name = ''] of page.matchAll(/^## (([^\s:]+): .*)$/gm)) {
    apis.set(name, [...(apis.get(name) ?? []), heading]);
  }
  return apis;
}

function libraryPage(library: KnownLibrary, verified: Verified): string {
  const { model, name, page, target } = library;
  const text = readableText(page, { target, moved: movedLibrary });
  const firstSection = text.search(/^## /m);
  const at = firstSection < 0 ? text.length : firstSection;
  const parts = [
    note(`${page.path} and the model beside it`),
    `# ${name}`,
    text.slice(0, at).trim(),
    card([
      ['Package', model.package === '' ? 'none: the platform itself' : code(model.package)],
      [
        'Imported as',
        (model.modules ?? [])
          .filter((one) => one !== '' && one !== model.package)
          .map(code)
          .join(', '),
      ],
      ['Also where one of these is used', (model.broughtBy ?? []).map(code).join(', ')],
      ['Runs on', model.runsOn === undefined ? '' : 'servers'],
      ['Read from', model.source],
      ['Called to compare', (verified.get(model.package) ?? []).map(linkedApi).join(', ')],
      ['Rules that look at it', rulesOf(library)],
    ]),
    ...knowledge(model),
    text.slice(at).trim(),
    '[All libraries](README.md) · [Describe a library of your own](../models.md)',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function linkedApi(heading: string): string {
  const [, api = ''] = heading.split(': ');
  return link(api, `../verified-defaults.md#${toAnchor(heading)}`);
}

function movedLibrary(path: string): string | undefined {
  return knownLibraries().find(({ page }) => page.path === path)?.target;
}

/** Those that the page shows firing come first. */
function rulesOf(library: KnownLibrary): string {
  const covering = catalog.filter((rule) => covers(rule, library) || library.firing.has(rule.id));
  const shown = covering.filter(({ id }) => library.firing.has(id)).map(({ id }) => `**${linkedRule(id)}**`);
  const others = covering.filter(({ id }) => !library.firing.has(id)).map(({ id }) => linkedRule(id));
  const legend = shown.length > 0 && others.length > 0 ? ' (bold: examples below)' : '';
  return `${[...shown, ...others].join(', ')}${legend}`;
}

/** What the model says, without its code: by the kind of fact, and by where the attributes are written. */
function knowledge(model: LibraryModel): readonly string[] {
  const kinds = KINDS.flatMap((kind) => {
    const emissions: readonly Emission[] = model.emissions.filter(({ emits }) => emits === kind);
    if (emissions.length === 0) return [];
    const heading = `### [${kind}](../facts.md#${toAnchor(kind)}): ${FACTS[kind]}`;
    return [heading, ...alike(emissions).flatMap((group) => facts(group, model))];
  });
  return [...(kinds.length === 0 ? [] : ['## What authlint knows', ...kinds]), ...reach(model)];
}

type Slots = readonly (readonly [name: string, slot: AnySlot])[];

/** Emissions whose attributes are written at the same places: what differs are constants, and the calls. */
function alike(emissions: readonly Emission[]): readonly (readonly Emission[])[] {
  const groups = new Map<string, Emission[]>();
  for (const emission of emissions) {
    const places = JSON.stringify(slotsOf(emission).map(([name, slot]) => ('constant' in slot ? name : [name, slot])));
    groups.set(places, [...(groups.get(places) ?? []), emission]);
  }
  return [...groups.values()];
}

function slotsOf({ slots }: Emission): Slots {
  return Object.entries(slots as Readonly<Record<string, AnySlot>>);
}

function facts(emissions: readonly Emission[], model: LibraryModel): readonly string[] {
  const [first] = emissions;
  if (first === undefined) return [];
  const everywhere = new Set(
    constantsOf(first).filter((one) => emissions.every((other) => constantsOf(other).includes(one))),
  );
  const triggers = emissions.map((emission) => {
    const own = constantsOf(emission).filter((one) => !everywhere.has(one));
    return `- ${spokenTrigger(emission, model)}${own.length > 0 ? `: ${own.join(', ')}` : ''}`;
  });
  const rows = slotsOf(first).flatMap(([name, slot]) => {
    if ('claimsAt' in slot) return [[name, 'what the call gives', '']];
    return 'constant' in slot || slot.where.length === 0 ? [] : [[name, spokenWhere(slot), spokenDefault(slot)]];
  });
  return [
    [...new Set(triggers)].join('\n'),
    ...(rows.length > 0 ? [table(['what', 'where it is written', 'when it is not'], rows)] : []),
    ...(everywhere.size > 0 ? [`Always: ${[...everywhere].join(', ')}.`] : []),
  ];
}

/** What code cannot change. */
function constantsOf(emission: Emission): readonly string[] {
  return slotsOf(emission).flatMap(([name, slot]) => {
    if ('constant' in slot) return [`${name} ${code(String(slot.constant))}`];
    if ('claimsAt' in slot || slot.where.length > 0 || slot.default === undefined || slot.default === '') return [];
    return [`${name} ${spokenValue(slot.default)}`];
  });
}

/** A slot of any attribute, as the page shows it. */
type AnySlot =
  | { readonly constant: unknown }
  | { readonly claimsAt: unknown }
  | {
      readonly where: readonly Where[];
      readonly default?: unknown;
      readonly whenUndefined?: unknown;
      readonly refusesUndefined?: true;
      readonly spelled?: Readonly<Record<string, unknown>>;
    };
type WrittenSlot = Exclude<AnySlot, { readonly constant: unknown } | { readonly claimsAt: unknown }>;

function spokenWhere({ where, spelled }: WrittenSlot): string {
  const places = listed(where.map(spokenPlace), 'or');
  const others = Object.entries(spelled ?? {}).filter(([text, value]) => text !== String(value));
  if (others.length === 0) return places;
  return `${places}; ${others.map(([text, value]) => `${code(text)} is ${spokenValue(value)}`).join(', ')}`;
}

function spokenDefault(slot: WrittenSlot): string {
  const standard = 'default' in slot ? spokenValue(slot.default) : 'not known';
  if (slot.refusesUndefined === true) return `${standard}; a written \`undefined\` is refused`;
  return 'whenUndefined' in slot
    ? `${standard}; a written \`undefined\`: ${spokenValue(slot.whenUndefined)}`
    : standard;
}

function spokenValue(value: unknown): string {
  if (value === '') return 'none';
  return code(Array.isArray(value) ? `[${value.join(', ')}]` : String(value));
}

/** How what it gives gets into code. */
function reach({ types = [], results = [], draws = [], sessions = [] }: LibraryModel): readonly string[] {
  const names = types.flatMap(({ conventionalNames = [] }) => conventionalNames);
  const credentials = results.filter(({ is }) => is === 'credential').map(({ path }) => code(toPath(path)));
  const said = [
    ...(types.length > 0
      ? [`Values of these types are known: ${types.map(({ display }) => code(display)).join(', ')}.`]
      : []),
    ...(names.length > 0
      ? [
          `Parameters that are called so count as one in projects that depend on it: ${[...new Set(names)].map(code).join(', ')}.`,
        ]
      : []),
    ...(credentials.length > 0 ? [`These give a credential: ${[...new Set(credentials)].join(', ')}.`] : []),
    ...(draws.length > 0 ? [`These draw a value: ${draws.map(({ path }) => code(toPath(path))).join(', ')}.`] : []),
    ...sessions.map(({ property, kept, renewedBy = [] }) =>
      [
        `The session of a request is \`${property}\``,
        kept === 'server' ? 'and is kept on the server' : kept === 'sealed' ? 'and lies in the cookie itself' : '',
        renewedBy.length > 0
          ? `; ${listed(
              renewedBy.map((one) => code(`${one}()`)),
              'or',
            )} gives it another id`
          : '',
      ]
        .join(' ')
        .trim()
        .replace(' ;', ';')
        .concat('.'),
    ),
  ];
  return said.length === 0 ? [] : ['## How its values are known', said.map((one) => `- ${one}`).join('\n')];
}
