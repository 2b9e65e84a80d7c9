import { ofSomebodyElse } from './decoders';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { HAPI, hapiStatus } from './middlewareTokenApis';
import { type Observation, observe } from './observation';
import type { Options } from './source';

/** A scheme of hapi that checks signatures unless it is told to do something else. */
interface Scheme {
  readonly package: string;
  readonly files: readonly string[];
  readonly text: string;
  readonly careful: Options;
  /** What it is told, as a program writes it, and for what it is. */
  readonly told: string;
  readonly options: Options;
}

const isValid = () => ({ isValid: true, credentials: {} });
const KEY = 'a key of somebody else';

const SCHEMES: readonly Scheme[] = [
  {
    package: '@hapi/jwt',
    files: ['lib/plugin.js'],
    text: 'verify',
    careful: { keys: KEY, verify: { aud: false, iss: false, sub: false }, validate: isValid },
    told: '{ keys, verify: false, validate }',
    options: { keys: KEY, verify: false, validate: isValid },
  },
  {
    package: 'hapi-auth-jwt2',
    files: ['lib/index.cjs', 'lib/index.js'],
    text: 'options.verify',
    careful: { key: KEY, validate: isValid },
    told: '{ key, verify: () => ({ isValid: true, credentials: {} }) }',
    options: { key: KEY, verify: isValid },
  },
];

/** Whether schemes take a token of anybody once they are told to. */
export async function observeStrategies(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const scheme of SCHEMES) {
    for (const library of releasesOf(scheme.package)) {
      const probe = {
        kind: 'TokenDecode',
        attribute: 'reads',
        probe: scheme.told,
        source: sourceOf(library, scheme.files, scheme.text),
        program: `${HAPI}${scheme.told});`,
        run: () => readsOf(library, scheme),
      };
      observations.push(...(await observe(library, "strategy('jwt')", [probe])));
    }
  }
  return observations;
}

async function readsOf(library: Library, { careful, options }: Scheme): Promise<string> {
  const plugin = await load<unknown>(library);
  const takes = async (given: Options) => (await hapiStatus(plugin, ofSomebodyElse(), given)) === 200;
  if (!(await takes(options))) return 'nothing';
  return (await takes(careful)) ? 'claims' : 'unchecked';
}
