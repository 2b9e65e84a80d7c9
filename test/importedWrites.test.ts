import assert from 'node:assert/strict';
import { importedWrites } from '../rules';

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a property', "import { settings } from './conf';\nsettings.secret = x;", ['conf', 'settings']],
  ['a path', "import settings from './conf';\nsettings.cookie.secure ||= x;", ['conf', 'settings']],
  ['a name by `require`', "const { a: b } = require('./conf');\nif (x) b['lit'] = 1;", ['a', 'conf']],
  ['a cast', "import { a } from './conf';\n(a as any).b.c = 1;", ['a', 'conf']],
  ['an unknown key', "import { a as b } from './conf';\nb[key] = 1;", ['a', 'conf']],
  ['what stands below an unknown key', "import { a } from './conf';\na[key].b!.c = 1;", ['a', 'conf']],
  ['a merge', "import a from './lib/conf';\nObject.assign(a, x); _.merge(a.jwt, x);", ['a', 'conf']],
  ['a deletion', "import * as a from './lib/conf';\ndelete a.jwt;", ['a', 'conf']],
  ['the index of a directory', "import a from './lib/conf/index.js';\na.b = 1;", ['a', 'conf']],
  ['not a comparison', "import { a } from './conf';\nif (a.b === 1 || a.b == 2 || a.b >= 3) run((x) => a.c);", []],
  ['not what is declared here', "import { a } from './conf';\nconst b = {};\nb.c = 1; this.a = 2; b.a.c = 3;", []],
  ['not a method of the same name', "import * as kept from './kept';\nkept.set(KEY, value); set(a, b);", []],
  ['not a name', "import { a } from './conf';\nconst b = a;\na = b", []],
  ['no bracket without its other half', "import { a } from './conf';\n] = a;", []],
];

describe('what a text may write to of what it imports', () => {
  for (const [name, text, names] of CASES) {
    it(name, () => assert.deepEqual([...importedWrites(text)].sort(), [...names].sort()));
  }
});
