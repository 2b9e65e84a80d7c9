import { type Random, random } from './random';

/** Text by relative path. */
export type ProjectFiles = Readonly<Record<string, string>>;

/** Something of a module that takes a token, as other modules use it. */
interface Helper {
  readonly module: string;
  /** Whether what it is given ends where tokens must not go. */
  readonly isDangerous: boolean;
  /** How many functions lie between a call of it and the sink. */
  readonly levels: number;
  /** The import that brings it in, and the call of it, under names of the importer's own. */
  use(random: Random, from: string): { readonly imports: string; call(argument: string): string };
}

export interface GeneratedProject {
  readonly files: ProjectFiles;
  /** The files whose calls hand a token to a helper that puts it where it must not go, a few functions away. */
  readonly dangerous: readonly string[];
}

/** Short names on purpose: they are the names of other things as well. */
const NAMES = ['keep', 'put', 'apply', 'run', 'save', 'push', 'set', 'remember', 'handle', 'send', 'store', 'update'];
const DIRECTORIES = ['', 'lib/', 'features/account/', 'packages/web/src/', 'shared/'];

/**
 * A project in which dangerous values travel through helpers of helpers, in many ways of writing, to sinks that only some
 * of its files show. The same seed gives the same project.
 */
export function generateProject(seed: number): GeneratedProject {
  const dice = random(seed);
  const files = new Map<string, string>([['package.json', MANIFEST]]);
  const helpers: Helper[] = [];
  for (let count = dice.between(2, 4); count > 0; count--) helpers.push(addSink(dice, files));
  for (let count = dice.between(3, 8); count > 0; count--) helpers.push(addWrapper(dice, files, dice.pick(helpers)));
  const callers = Array.from({ length: dice.between(4, 8) }, () => addCaller(dice, files, dice.pick(helpers)));
  for (let count = dice.between(2, 5); count > 0; count--) addBystander(dice, files);
  return { files: Object.fromEntries(files), dangerous: callers.flatMap((path) => path ?? []) };
}

const MANIFEST = '{ "dependencies": { "jsonwebtoken": "^9.0.2", "express": "^4.19.2", "js-cookie": "^3.0.5" } }';

function freshPath(dice: Random, files: ReadonlyMap<string, string>, stem: string): string {
  const path = `${dice.pick(DIRECTORIES)}${stem}${files.size}`;
  return path;
}

/** The specifier of a module in another. */
function specifier(module: string, from: string): string {
  const up = from
    .split('/')
    .slice(0, -1)
    .map(() => '..');
  return `${up.length === 0 ? '.' : up.join('/')}/${module}`;
}

const DANGEROUS = { isDangerous: true, levels: 0 };
const HARMLESS = { isDangerous: false, levels: 0 };

/** The bodies of helpers that end in a fact, given the name of their parameter. Most do not tell what it is about. */
const SINKS: readonly ((parameter: string) => Body)[] = [
  (value) => ({ imports: '', body: `localStorage.setItem('data', ${value});`, ...DANGEROUS }),
  (value) => ({ imports: '', body: `sessionStorage.setItem(KEY, ${value});`, ...DANGEROUS }),
  (value) => ({ imports: '', body: `window.localStorage['entry'] = ${value};`, ...DANGEROUS }),
  (value) => ({ imports: '', body: `document.cookie = \`state=\${${value}}; path=/\`;`, ...DANGEROUS }),
  (value) => ({
    imports: "import Cookies from 'js-cookie';\n",
    body: `Cookies.set('s', ${value});`,
    ...DANGEROUS,
  }),
  (value) => ({
    imports: "import jwt from 'jsonwebtoken';\n",
    body: `return jwt.verify(${value}, process.env.KEY);`,
    ...HARMLESS,
  }),
];

function addSink(dice: Random, files: Map<string, string>): Helper {
  const sink = dice.pick(SINKS)('value');
  return addHelper(dice, files, { ...sink, imports: `${sink.imports}const KEY = 'value';\n` });
}

function addWrapper(dice: Random, files: Map<string, string>, inner: Helper): Helper {
  return addHelper(dice, files, (from) => {
    const { imports, call } = inner.use(dice, from);
    const argument = dice.pick(['value', 'value.trim()', 'String(value)', 'value']);
    return { imports, body: dice.pick(['', 'return ', 'if (value) ']) + call(argument), ...inner };
  });
}

interface Body extends Pick<Helper, 'isDangerous' | 'levels'> {
  readonly imports: string;
  readonly body: string;
}

/** Adds a module with a helper of that body, written and exported in one of many ways. */
function addHelper(dice: Random, files: Map<string, string>, given: Body | ((from: string) => Body)): Helper {
  const module = freshPath(dice, files, dice.pick(['util', 'session', 'storage', 'helpers', 'client']));
  const { imports, body, isDangerous, levels: inside } = typeof given === 'function' ? given(module) : given;
  const name = dice.pick(NAMES.filter((one) => !imports.includes(one)));
  const style = dice.pick(STYLES);
  files.set(`${module}.ts`, `${imports}${style.write(name, body)}`);
  const use: Helper['use'] = (picking, from) => style.use(name, specifier(module, from), picking);
  const direct: Helper = { module, isDangerous, levels: inside + style.levels, use };
  return style.isNamed && dice.chance(0.3) ? addBarrel(dice, files, direct, name) : direct;
}

interface Style {
  /** Whether the helper is an export of its name. */
  readonly isNamed: boolean;
  /** How many functions a call of it goes through. */
  readonly levels: number;
  write(name: string, body: string): string;
  use(name: string, path: string, dice: Random): ReturnType<Helper['use']>;
}

function useNamed(name: string, path: string, dice: Random): ReturnType<Helper['use']> {
  const local = dice.pick([name, name, `${name}It`]);
  switch (dice.between(0, 3)) {
    case 0:
      return { imports: `import * as all from '${path}';\n`, call: (argument) => `all.${name}(${argument});` };
    case 1:
      return { imports: `const { ${name}: ${name}2 } = require('${path}');\n`, call: (given) => `${name}2(${given});` };
    default: {
      const clause = local === name ? name : `${name} as ${local}`;
      return { imports: `import { ${clause} } from '${path}';\n`, call: (argument) => `${local}(${argument});` };
    }
  }
}

const STYLES: readonly Style[] = [
  {
    isNamed: true,
    levels: 1,
    write: (name, body) => `export function ${name}(value: string) {\n  ${body}\n}\n`,
    use: useNamed,
  },
  {
    isNamed: true,
    levels: 1,
    write: (name, body) => `export const ${name} = async (value: string) => {\n  ${body}\n};\n`,
    use: useNamed,
  },
  {
    isNamed: true,
    levels: 1,
    write: (name, body) => `function inner(value: string) {\n  ${body}\n}\nexport { inner as ${name} };\n`,
    use: useNamed,
  },
  {
    isNamed: false,
    levels: 1,
    write: (name, body) => `export default function ${name}(value: string) {\n  ${body}\n}\n`,
    use: (name, path) => ({ imports: `import ${name} from '${path}';\n`, call: (argument) => `${name}(${argument});` }),
  },
  {
    isNamed: false,
    levels: 1,
    write: (name, body) => `module.exports = { ${name}(value) {\n  ${body}\n} };\n`,
    use: (name, path) => ({
      imports: `const tools = require('${path}');\n`,
      call: (argument) => `tools.${name}(${argument});`,
    }),
  },
  {
    isNamed: false,
    levels: 1,
    write: (name, body) => `export const service = {\n  ${name}(value: string) {\n    ${body}\n  },\n};\n`,
    use: (name, path) => ({
      imports: `import { service as used } from '${path}';\n`,
      call: (argument) => `used.${name}(${argument});`,
    }),
  },
  {
    isNamed: false,
    levels: 1,
    write: (name, body) =>
      `class Service {\n  ${name}(value: string) {\n    ${body}\n  }\n}\nexport const instance = new Service();\n`,
    use: (name, path) => ({
      imports: `import { instance as used } from '${path}';\n`,
      call: (argument) => `used.${name}(${argument});`,
    }),
  },
  {
    isNamed: false,
    levels: 1,
    write: (name, body) => `export class Vault {\n  static ${name}(value: string) {\n    ${body}\n  }\n}\n`,
    use: (name, path) => ({
      imports: `import { Vault as Used } from '${path}';\n`,
      call: (argument) => `Used.${name}(${argument});`,
    }),
  },
  {
    isNamed: false,
    levels: 2,
    write: (name, body) => `export class Port {\n  ${name}(value: string) {\n    ${body}\n  }\n}\n`,
    use: (name, path) => ({
      imports: `import { Port as Used } from '${path}';\nclass Own {\n  constructor(private port: Used) {}\n  go(given: string) {\n    this.port.${name}(given);\n  }\n}\n`,
      call: (argument) => `new Own(new Used()).go(${argument});`,
    }),
  },
  {
    isNamed: false,
    levels: 1,
    write: (name, body) =>
      `export function create() {\n  return {\n    ${name}: (value: string) => {\n      ${body}\n    },\n  };\n}\n`,
    use: (name, path) => ({
      imports: `import { create as make } from '${path}';\n`,
      call: (argument) => `make().${name}(${argument});`,
    }),
  },
];

/** A module that hands a helper on, perhaps under another name. */
function addBarrel(dice: Random, files: Map<string, string>, { module, ...behind }: Helper, name: string): Helper {
  const barrel = freshPath(dice, files, 'index');
  const path = specifier(module, barrel);
  const outer = dice.chance(0.5) ? name : dice.pick(NAMES);
  const reexport = outer === name && dice.chance(0.5) ? '*' : `{ ${name === outer ? name : `${name} as ${outer}`} }`;
  files.set(`${barrel}.ts`, `export ${reexport} from '${path}';\n`);
  return { ...behind, module: barrel, use: (picking, from) => useNamed(outer, specifier(barrel, from), picking) };
}

/** How far the engine is sure to see. */
const MAX_LEVELS = 5;

interface Origin {
  /** Statements that define `got`. */
  readonly code: string;
  readonly isToken: boolean;
}

const LOGIN: Origin = {
  code: "const got = (await (await fetch('/api/login', { method: 'POST' })).json()).access_token;",
  isToken: true,
};
const ORIGINS: readonly Origin[] = [
  LOGIN,
  { code: "const { accessToken: got } = (await axios.post('/auth/login', form)).data;", isToken: true },
  {
    code: "const got = jwt.sign({ sub: id }, process.env.SECRET, { algorithm: 'HS256', expiresIn: '5m' });",
    isToken: true,
  },
  { code: 'const got = form.title;', isToken: false },
  { code: "const got = 'dark';", isToken: false },
];

/** Adds a file that calls a helper; its path if that is dangerous. */
function addCaller(dice: Random, files: Map<string, string>, helper: Helper): string | undefined {
  const path = freshPath(dice, files, dice.pick(['page', 'route', 'view']));
  const { imports, call } = helper.use(dice, path);
  const libraries = "import axios from 'axios';\nimport jwt from 'jsonwebtoken';\n";
  // Without libraries, only the helper's name shows that the file matters.
  const isBare = dice.chance(0.5);
  const { code, isToken } = isBare ? LOGIN : dice.pick(ORIGINS);
  const head = `${imports}${isBare ? '' : libraries}`;
  files.set(
    `${path}.ts`,
    `${head}export async function act(form: any, id: string) {\n  ${code}\n  ${call('got')}\n}\n`,
  );
  return isToken && helper.isDangerous && helper.levels <= MAX_LEVELS ? `${path}.ts` : undefined;
}

/** A module that uses the helpers' names for other things. */
function addBystander(dice: Random, files: Map<string, string>): void {
  const name = dice.pick(NAMES);
  const path = freshPath(dice, files, 'other');
  files.set(`${path}.ts`, `export const list = new Map<string, string>();\nlist.${name}?.('token', 'x');\n`);
}
