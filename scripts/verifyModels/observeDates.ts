import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';

/** How a library makes dates. */
interface Maker {
  /** Where that is written. */
  readonly file: string;
  readonly text: string;
  /** What the probes import: the default export by this name, or these exports. */
  readonly imported: string;
  /** Points in time, as code writes them: the same text runs here. Statements may stand before the last expression. */
  readonly dates: readonly string[];
  /** Points in time that are numbers of seconds. */
  readonly seconds: readonly string[];
}

/** How far from now the dates lie that libraries make, and how long the texts of `ms` are. */
export async function observeDates(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const [packageName, maker] of Object.entries(MAKERS)) {
    for (const library of releasesOf(packageName)) {
      observations.push(...(await observe(library, packageName, await dateProbes(library, maker))));
    }
  }
  for (const library of releasesOf('ms'))
    observations.push(...(await observe(library, 'ms()', await msProbes(library))));
  return observations;
}

async function dateProbes(library: Library, maker: Maker): Promise<readonly Probe[]> {
  const exported = await load<Readonly<Record<string, unknown>>>(library);
  const source = sourceOf(library, maker.file, maker.text);
  const probe = (kind: string, code: string, program: (last: string) => string, each: number): Probe => {
    const [last = '', ...before] = code.split('; ').reverse();
    const lines = [`import ${maker.imported} from '${library.package}'`, ...before.reverse(), program(last)];
    return {
      kind,
      attribute: 'lifetime',
      probe: code,
      source,
      program: lines.map((line) => `${line};`).join('\n'),
      run: () => lives((Number(timeOf(code, maker.imported, exported)) * each - Date.now()) / 1000),
    };
  };
  return [
    ...maker.dates.map((code) =>
      probe('CookieWrite', code, (last) => `cookieStore.set({ name: 'a', value: 'b', expires: ${last} })`, 1),
    ),
    ...maker.seconds.map((code) =>
      probe('TokenSign', code, (last) => `require('jsonwebtoken').sign({ exp: ${last} }, secret)`, 1000),
    ),
  ];
}

/** What the code of a probe gives where these exports are imported. */
function timeOf(code: string, imported: string, exported: Readonly<Record<string, unknown>>): unknown {
  const names = imported.match(/\w+/g) ?? [];
  const values = imported.startsWith('{') ? names.map((name) => exported[name]) : [exported];
  const [last = '', ...before] = code.split('; ').reverse();
  return new Function(...names, [...before.reverse(), `return ${last}`].join('; '))(...values);
}

async function msProbes(library: Library): Promise<readonly Probe[]> {
  const ms = await load<(text: string) => number>(library);
  const source = sourceOf(library, 'index.js', 'function parse(');
  return TEXTS.map((text) => ({
    kind: 'TokenSign',
    attribute: 'lifetime',
    probe: `'${text}'`,
    source,
    // It hands such a text to the package.
    program: `import jwt from 'jsonwebtoken';\njwt.sign({}, secret, { expiresIn: '${text}' });`,
    run: () => lives(ms(text) / 1000),
  }));
}

/** Every unit, in several spellings, and what the package does not understand. */
const TEXTS = [
  ...['90', '90 ms', '90000msecs', '90s', '90 secs', '1.5m', '30 mins', '.5h', '2 hrs', '1 hour', '14d', '14 DAYS'],
  ...['2w', '2 weeks', '1y', '1 yr', '1 month', '1M', '1h 30m', 'P1D', '-1h', '1  h', '', 'h'],
];

function lives(seconds: number): string {
  if (Number.isNaN(seconds)) return '— (no time)';
  return seconds < -5 ? 'expired' : `lives ${Math.round(seconds / 10) * 10} s`;
}

/** Months and years are left out: how long they are is not known (L45). */
const UNITS = ['ms', 'seconds', 's', 'minute', 'm', 'hours', 'h', 'Days', 'd', 'week', 'w'];
const ADDED = UNITS.map((unit) => `add(120, '${unit}')`);

const MAKERS: Readonly<Record<string, Maker>> = {
  'date-fns': {
    file: 'add.js',
    text: 'export function add(',
    imported: '{ add, addDays, addHours, addMilliseconds, addMinutes, addSeconds, addWeeks, getUnixTime, toDate }',
    dates: [
      'addMilliseconds(new Date(), 90000)',
      'addSeconds(new Date(), 90)',
      'addMinutes(Date.now(), 90)',
      'addHours(new Date(), 1.5)',
      'addDays(new Date(), 14)',
      'addDays(new Date(), 1.5)',
      'addWeeks(addHours(new Date(), 1), 2)',
      'add(new Date(), { days: 2, hours: 3 })',
      'add(new Date(), { day: 2 })',
      'toDate(addDays(new Date(), 2)).getTime()',
    ],
    seconds: ['getUnixTime(addDays(new Date(), 2))'],
  },
  dayjs: {
    file: 'esm/index.js',
    text: '_proto.add = function',
    imported: 'dayjs',
    dates: [
      ...ADDED.map((added) => `dayjs().${added}.toDate()`),
      "dayjs().add(1.5, 'day').toDate()",
      "dayjs().add(1.5, 'hours').toDate()",
      "dayjs().add('14', 'days').toDate()",
      'dayjs().add(3600000).toDate()',
      "dayjs().add(2, 'weeks').subtract(1, 'day').valueOf()",
    ],
    seconds: ["dayjs().add(14, 'days').unix()"],
  },
  luxon: {
    file: 'src/datetime.js',
    text: '  plus(duration) {',
    imported: '{ DateTime }',
    dates: [
      'DateTime.now().plus({ days: 14 }).toJSDate()',
      'DateTime.now().plus({ day: 14 }).toJSDate()',
      'DateTime.now().plus({ days: 1.5 }).toJSDate()',
      'DateTime.now().plus({ hours: 30, minutes: 30 }).toJSDate()',
      'DateTime.now().plus({ weeks: 2 }).toMillis()',
      'DateTime.now().plus(3600000).toJSDate()',
      'DateTime.now().plus({ days: 2 }).minus({ hours: 1 }).toUTC().toJSDate()',
      'DateTime.fromJSDate(new Date()).plus({ days: 2 }).toJSDate()',
    ],
    seconds: ['DateTime.now().plus({ days: 14 }).toUnixInteger()', 'DateTime.now().plus({ days: 14 }).toSeconds()'],
  },
  moment: {
    file: 'moment.js',
    text: 'function createAdder(',
    imported: 'moment',
    dates: [
      ...ADDED.map((added) => `moment().${added}.toDate()`),
      "moment().add(1.5, 'day').toDate()",
      "moment().add(1.5, 'hours').toDate()",
      "moment().add('14', 'days').toDate()",
      'moment().add({ d: 2, hours: 3 }).toDate()',
      'moment().add(3600000).toDate()',
      "moment.utc().add(2, 'weeks').subtract(1, 'day').valueOf()",
      "const date = moment(); date.add(14, 'days'); date.toDate()",
    ],
    seconds: ["moment().add(14, 'days').unix()"],
  },
};
