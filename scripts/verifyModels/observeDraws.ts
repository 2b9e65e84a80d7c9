import * as crypto from 'node:crypto';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';

type Draw = (...given: readonly unknown[]) => string | Uint8Array | number;

/** What is drawn from where, and how much of it. */
export async function observeDraws(): Promise<readonly Observation[]> {
  // Libraries take it when they are loaded.
  Math.random = () => (isFixed ? 0.5 : random());
  const observations = [...(await observe({ package: 'node:crypto', version: 'of Node' }, 'crypto', platformProbes()))];
  for (const [packageName, probesOf] of PACKAGES) {
    for (const library of releasesOf(packageName)) {
      observations.push(...(await observe(library, packageName, await probesOf(library))));
    }
  }
  return observations;
}

const PACKAGES = [
  ['nanoid', nanoid],
  ['uuid', uuid],
  ['shortid', shortid],
  ['lodash', lodash],
] as const;

function platformProbes(): readonly Probe[] {
  const probes = probesFrom('crypto', 'node:crypto');
  return [
    ...probes('{ randomBytes }', 'randomBytes(30)', () => crypto.randomBytes(30)),
    ...probes('{ randomUUID }', 'randomUUID()', () => crypto.randomUUID()),
  ];
}

async function nanoid(library: Library): Promise<readonly Probe[]> {
  const { nanoid } = await load<{ nanoid: Draw }>(library);
  const probes = probesFrom('nanoid', sourceOf(library, 'index.js', 'nanoid'));
  return [...probes('{ nanoid }', 'nanoid(30)', () => nanoid(30)), ...probes('{ nanoid }', 'nanoid()', () => nanoid())];
}

async function uuid(library: Library): Promise<readonly Probe[]> {
  const draws = await load<Readonly<Record<string, Draw | undefined>>>(library);
  const probes = probesFrom('uuid', sourceOf(library, ['dist/v1.js', 'v1.js'], 'function v1('));
  return ['v1', 'v4', 'v6'].flatMap((name) => {
    const draw = draws[name];
    return draw === undefined ? [] : probes(`{ ${name} }`, `${name}()`, () => draw());
  });
}

async function shortid(library: Library): Promise<readonly Probe[]> {
  const { generate } = await load<{ generate: Draw }>(library);
  const source = sourceOf(library, 'lib/build.js', 'function build(');
  return probesFrom('shortid', source)('{ generate }', 'generate()', () => generate());
}

async function lodash(library: Library): Promise<readonly Probe[]> {
  const { random } = await load<{ random: Draw }>(library);
  const source = sourceOf(library, 'lodash.js', 'function random(');
  return probesFrom('lodash', source)('{ random }', 'random(1e9)', () => random(1e9));
}

/** What a draw is made of, and how long it is where the call says that. */
function probesFrom(module: string, source: string) {
  return (imported: string, call: string, draw: () => ReturnType<Draw>): readonly Probe[] => {
    const probe = {
      kind: 'RandomDraw',
      probe: call,
      source,
      program: `import ${imported} from '${module}';\nexport const sessionToken = ${call};`,
    };
    const size = { ...probe, attribute: 'size', run: () => (draw() as string).length };
    return [{ ...probe, attribute: 'source', run: () => sourceOfDraw(draw) }, ...(call.endsWith('(30)') ? [size] : [])];
  };
}

/** In the words of the fact `RandomDraw`. */
function sourceOfDraw(draw: () => ReturnType<Draw>): string {
  const [first, second] = [draw(), draw()];
  if (isWeak(draw)) return 'weak';
  if (typeof first !== 'string' || typeof second !== 'string') return 'bytes';
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(first)) {
    // The node that made it.
    return first.slice(-12) === second.slice(-12) ? 'time-id' : 'random-id';
  }
  return first.length < 16 ? 'short-id' : 'characters';
}

const { random } = Math;
let isFixed = false;

/** Whether all of it comes from `Math.random`. */
function isWeak(draw: () => ReturnType<Draw>): boolean {
  isFixed = true;
  const [first, second] = [draw(), draw()];
  isFixed = false;
  return String(first) === String(second);
}
