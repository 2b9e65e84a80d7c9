import { models } from '../../rules/models';
import type { LibraryModel } from '../../rules/models/model';
import { code, listed, table } from './markdown';

const FACT = /^(\d+): (\w+) (.*?)( through \d+ calls?)?( \(only in some environments\))?$/;

/** What a library says once and for all of its facts: its page has it elsewhere. */
const CONSTANTS: ReadonlySet<string> = new Set(
  models.flatMap(({ emissions }: LibraryModel) =>
    emissions.flatMap(({ emits, slots }) =>
      Object.entries<object>(slots).flatMap(([name, slot]) => ('constant' in slot ? `${emits}.${name}` : [])),
    ),
  ),
);

interface ListedFact {
  readonly line: string;
  readonly fact: string;
  readonly attributes: readonly (readonly [name: string, values: readonly string[]])[];
}

/** A listing of facts (`authlint facts`) as a table: what is written, what the library does by itself, what is not known. */
export function factTable(lines: readonly string[]): string {
  const facts = lines.filter((line) => line !== '').map(parsed);
  if (facts.length === 0) return 'authlint sees nothing here.';
  const rows = facts.map(({ line, fact, attributes }) => [
    line,
    fact,
    attributes.flatMap(([name, values]) => (isWritten(values) ? `${name}: ${told(name, values)}` : [])).join('<br>'),
    attributes.flatMap(([name, values]) => (isDefault(values) ? `${name}: ${told(name, values)}` : [])).join('<br>'),
    attributes.flatMap(([name, values]) => (isUnknown(values) ? name : [])).join(', '),
  ]);
  return `What authlint sees:\n\n${table(['line', 'fact', 'as written', 'by default', 'not known'], rows)}`;
}

function parsed(line: string): ListedFact {
  const [, number = '', kind = '', rest = '', through = '', guard = ''] = FACT.exec(line) ?? [];
  if (number === '') throw new Error(`no fact: ${line}`);
  const [display = '', ...attributes] = rest.split(/ (?=[a-z]\w*=)/i);
  return {
    line: number,
    fact: `${kind}<br>${code(display)}${through}${guard}`,
    attributes: attributes
      .map((attribute): ListedFact['attributes'][number] => {
        const end = attribute.indexOf('=');
        return [attribute.slice(0, end), attribute.slice(end + 1).split('|')];
      })
      .filter(([name]) => !CONSTANTS.has(`${kind}.${name}`)),
  };
}

function isUnknown(values: readonly string[]): boolean {
  return values.every((value) => value === '?');
}

function isDefault(values: readonly string[]): boolean {
  return values.every((value) => value.endsWith('(default)'));
}

function isWritten(values: readonly string[]): boolean {
  return !isUnknown(values) && !isDefault(values) && values.some((value) => value !== '-');
}

const VALUE = /^(.*?)(?:\(((?:default|guarded|fallback|from |in |trusted)[^)]*)\))?$/s;

function told(name: string, values: readonly string[]): string {
  const spoken = name === 'claims' ? spokenClaim : TIMES.has(name) ? spokenTime : spokenValue;
  const isMixed = !isDefault(values);
  const alternatives = values.map((value) => {
    const [, said = '', notes = ''] = VALUE.exec(value) ?? [];
    const parts = notes.split(', ').filter((one) => one !== '' && (isMixed || one !== 'default'));
    const noted = parts.map((one) =>
      one.replace('guarded', 'only in some environments').replace('default', 'by default'),
    );
    return `${spoken(said)}${noted.length === 0 ? '' : ` (${noted.join(', ')})`}`;
  });
  return listed(alternatives, 'or');
}

/** Where a value comes from, by the words of a listing. */
const ORIGINS: Readonly<Record<string, string>> = {
  unknown: '',
  nothing: 'nothing',
  credential: 'a credential',
  identifier: 'an identifier',
  'secret-key': 'a secret key',
  'asymmetric-key': 'one key of a pair',
  zeros: 'zeros',
  digest: 'a digest',
  'keyed-digest': 'a digest with a key',
  record: 'a whole record',
  function: 'a function',
};

/** `env(SECRET):secret<SECRET`, which is where a value comes from and what it is called on its way, in words. */
function spokenValue(value: string): string {
  if (value === '?') return 'something else';
  if (value === '-') return 'nothing';
  const [, variable] = /^env\((\w*)\)/.exec(value) ?? [];
  if (variable !== undefined) return variable === '' ? 'the environment' : `${code(variable)} of the environment`;
  const [, bytes] = /^<literal, (\d+) bytes>/.exec(value) ?? [];
  if (bytes !== undefined) return `a text of ${bytes} byte${bytes === '1' ? '' : 's'} in source`;
  const [, origin = '', names] = /^([\w-]+):(.+)$/s.exec(value) ?? [];
  const said = /^-?\d+$/.test(origin) ? code(origin) : ORIGINS[origin];
  if (names === undefined || said === undefined) return value === '' ? 'empty' : ORIGINS[value] || code(value);
  const name = code(names.split('<')[0] ?? '');
  return said === '' ? name : `${name}, ${said}`;
}

const TIMES: ReadonlySet<string> = new Set(['lifetime', 'clockTolerance']);

function spokenTime(value: string): string {
  return /^-?[\d.]+$/.test(value) ? code(`${value} s`) : spokenValue(value);
}

/** `sub:compared` as what becomes of a claim. */
function spokenClaim(value: string): string {
  const [, claim = '', use = ''] = /^(.*):(\w+)$/.exec(value) ?? [];
  if (use === '') return spokenValue(value);
  return `${claim === '*' ? 'all' : code(claim)}, ${use}`;
}
