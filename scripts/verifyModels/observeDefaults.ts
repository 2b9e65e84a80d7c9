import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';
import { latest } from './sessionServers';

/** What gives values that nobody has set: the same text runs here. */
interface Settings {
  readonly files: readonly string[];
  readonly text: string;
  /** What is imported, by the packages that have it; this one where that is empty. */
  readonly imported: Readonly<Record<string, string>>;
  /** Expressions that give the secret. */
  readonly secrets: readonly string[];
  /** The package itself has the name. */
  readonly isDefault?: true;
}

const TEXT = 'a-secret-that-nobody-set';
const ZOD = `z.object({ SECRET: z.string().default('${TEXT}') })`;
const JOI = `Joi.object({ SECRET: Joi.string().default('${TEXT}') })`;

const SETTINGS: Readonly<Record<string, Settings>> = {
  zod: {
    files: ['v3/types.js', 'v4/classic/schemas.js'],
    text: 'ZodDefault',
    imported: { z: '' },
    secrets: [`${ZOD}.parse(process.env).SECRET`, `${ZOD}.strict().safeParse(process.env).data.SECRET`],
  },
  joi: {
    files: ['lib/validator.js'],
    text: 'internals.default =',
    imported: { Joi: '' },
    secrets: [`${JOI}.unknown().validate(process.env).value.SECRET`, `Joi.attempt(process.env, ${JOI}).SECRET`],
    isDefault: true,
  },
  envalid: {
    files: ['dist/core.js'],
    text: 'getSanitizedEnv',
    imported: { cleanEnv: '', str: '' },
    secrets: [`cleanEnv(process.env, { SECRET: str({ default: '${TEXT}' }) }).SECRET`],
  },
  '@t3-oss/env-core': {
    files: ['dist/index.js'],
    text: 'createEnv',
    imported: { createEnv: '', z: 'zod' },
    secrets: [
      `createEnv({ server: { SECRET: z.string().default('${TEXT}') }, runtimeEnv: process.env, isServer: true }).SECRET`,
    ],
  },
  convict: {
    files: ['src/main.js'],
    text: 'default',
    imported: { convict: '' },
    secrets: [`convict({ secret: { default: '${TEXT}', env: 'SECRET' } }).get('secret')`],
    isDefault: true,
  },
  nconf: {
    files: ['lib/nconf/provider.js'],
    text: "'defaults'",
    imported: { nconf: '' },
    secrets: [`nconf.defaults({ secret: '${TEXT}' }).get('secret')`],
    isDefault: true,
  },
};

/** Whether a secret that is written as a default is the one that code gets where nobody sets another. */
export async function observeDefaults(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const [packageName, settings] of Object.entries(SETTINGS)) {
    for (const library of releasesOf(packageName)) {
      const given = await exportsOf(library, settings);
      const probes = settings.secrets.map((secret) => defaultProbe(library, settings, given, secret));
      observations.push(...(await observe(library, packageName, probes)));
    }
  }
  return observations;
}

async function exportsOf(library: Library, { imported, isDefault }: Settings): Promise<readonly unknown[]> {
  return Promise.all(
    Object.entries(imported).map(async ([name, packageName]) => {
      const exported = await load<Readonly<Record<string, unknown>>>(
        packageName === '' ? library : latest(packageName),
      );
      return isDefault ? exported : (exported[name] ?? exported);
    }),
  );
}

function defaultProbe(library: Library, settings: Settings, given: readonly unknown[], secret: string): Probe {
  const { files, text, imported, isDefault } = settings;
  const names = Object.keys(imported);
  const imports = Object.entries(imported).map(([name, packageName]) => {
    return `import ${isDefault ? name : `{ ${name} }`} from '${packageName || library.package}';\n`;
  });
  return {
    kind: 'TokenSign',
    attribute: 'key',
    probe: secret,
    source: sourceOf(library, files, text),
    program: `${imports.join('')}import jwt from 'jsonwebtoken';\njwt.sign({}, ${secret});`,
    run: () => {
      const found = new Function(...names, 'process', `return ${secret};`)(...given, { env: {} });
      return found === TEXT ? 'the default' : 'another';
    },
  };
}
