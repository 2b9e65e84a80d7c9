import gte from 'semver/functions/gte';
import lt from 'semver/functions/lt';
import { models } from '../../rules/models';
import type { Emission, LibraryModel } from '../../rules/models/model';
import { listingOf } from './listings';
import type { Observation } from './observation';

/** What says where a value goes or comes from, and nothing of what the library does with it. */
const PASSIVE: ReadonlySet<Emission['emits']> = new Set(['CookieRead', 'LogWrite', 'UrlBuild']);

/** What a model says of some releases, in the words of its facts, and nobody asks of any of them. */
interface Unasked {
  readonly package: string;
  readonly emits: Emission['emits'];
  readonly since?: string;
  readonly until?: string;
}

/** Why it is not asked. */
export const UNASKED: readonly (Unasked & { readonly because: string })[] = [
  {
    package: '@adonisjs/core',
    emits: 'SecretUse',
    because: 'what a framework finds by the name of a file is no call',
  },
  {
    package: 'jws',
    emits: 'TokenVerify',
    until: '3.0.0',
    because: 'its `verify` has no argument for the algorithm, which is what the others are asked with',
  },
  {
    package: 'pinia',
    emits: 'CookieWrite',
    because: 'its module for Nuxt needs an application of Nuxt',
  },
  {
    package: 'better-auth',
    emits: 'TokenSign',
    because: 'its plugin signs with keys that it keeps in a database',
  },
];

/** Kinds of facts that a called library has in some releases, of which no release is asked for one. */
export function unaskedBands(observations: readonly Observation[]): readonly string[] {
  const all: readonly LibraryModel[] = models;
  const asked = all.flatMap((model) => {
    const seen = seenOf(model, observations);
    return seen.length === 0 ? [] : model.emissions.filter(isActive).map((it) => ({ model, emission: it, seen }));
  });
  const missing = asked
    .filter(({ emission, seen }) => !seen.some((it) => shows(it, emission)))
    .map(({ model, emission }) => spell({ ...emission, package: model.package }));
  const excused = new Set(UNASKED.map(spell));
  return [
    ...[...new Set(missing)].filter((it) => !excused.has(it)).map((it) => `${it} is modelled, but never asked for`),
    ...[...excused].filter((it) => !missing.includes(it)).map((it) => `${it} is asked for: take it out of bands.ts`),
  ];
}

function isActive({ emits }: Emission): boolean {
  return !PASSIVE.has(emits);
}

type WithProgram = Observation & { readonly program: string };

function seenOf({ package: name, modules = [] }: LibraryModel, observations: readonly Observation[]) {
  const names = new Set([name, ...modules]);
  return observations.filter((it): it is WithProgram => names.has(it.package) && it.program !== undefined);
}

function shows({ package: name, version, program }: WithProgram, { emits, since, until }: Emission): boolean {
  if ((since !== undefined && lt(version, since)) || (until !== undefined && gte(version, until))) return false;
  return new RegExp(` ${emits}\\b`).test(listingOf(name, version, program));
}

/** The same in words. */
export function spell({ package: name, emits, since, until }: Unasked): string {
  const from = since === undefined ? '' : ` since ${since}`;
  return `${emits} of ${name}${from}${until === undefined ? '' : ` before ${until}`}`;
}
