import assert from 'node:assert/strict';
import ignore from 'ignore';
import { isIgnored, toIgnorePatterns } from '../../server/host/files/ignorePatterns';

const PATTERNS = [
  'node_modules',
  'dist/',
  '/build',
  '*.gen.ts',
  '.env.*',
  '!.env.ts',
  'src/**/generated',
  'src/legacy/*.js',
  '**/vendor/**',
  'docs/**',
  'a**/b.ts',
  'file?.ts',
  '[abc].ts',
  '[!x]y.ts',
  '\\#hash.ts',
  '\\!bang.ts',
  'trailing.ts   ',
  'space\\ ',
  '# a comment.ts',
  ' leading.ts',
  'a.ts\\',
  '[unclosed.ts',
  '(group)+.ts',
  '!src/keep.gen.ts',
  '/',
  '',
];

const SEGMENTS = ['src', 'dist', 'build', 'vendor', 'docs', 'legacy', 'generated', 'axx', 'node_modules', 'x'];
const NAMES = [
  ...['a.ts', 'b.ts', 'x.gen.ts', 'keep.gen.ts', '.env.ts', '.env.js', 'file1.ts', 'file12.ts', 'xy.ts', 'zy.ts'],
  ...['#hash.ts', '!bang.ts', 'trailing.ts', 'space ', '# a comment.ts', ' leading.ts', 'leading.ts', '[unclosed.ts'],
  ...['(group)+.ts', 'DIST', 'old.js', 'Vendor', 'build'],
];

describe('ignore patterns', () => {
  it('decide as the ignore library alone does', () => {
    const paths = [
      ...NAMES,
      ...SEGMENTS.flatMap((a) => NAMES.map((name) => `${a}/${name}`)),
      ...SEGMENTS.flatMap((a) => SEGMENTS.flatMap((b) => NAMES.map((name) => `${a}/${b}/${name}`))),
    ];
    let ignored = 0;
    for (const patterns of [PATTERNS, PATTERNS.toReversed(), ...PATTERNS.map((pattern) => [pattern])]) {
      const plain = ignore().add(patterns);
      const layer = toIgnorePatterns('/app', patterns);
      for (const path of paths) {
        const parent = path.slice(0, path.lastIndexOf('/') + 1);
        if (parent !== '' && plain.ignores(parent)) continue;
        assert.equal(isIgnored([layer], `/app/${path}`, 'file'), plain.ignores(path), `${patterns} on ${path}`);
        const expected = plain.ignores(`${path}/`);
        assert.equal(isIgnored([layer], `/app/${path}`, 'directory'), expected, `${patterns} on ${path}/`);
        if (expected) ignored++;
      }
    }
    assert.ok(ignored > 1000);
  });

  it('of an inner directory overrule those further out', () => {
    const outer = toIgnorePatterns('/app', ['*.js']);
    const inner = toIgnorePatterns('/app/src', ['!main.js', 'b.ts']);
    assert.equal(isIgnored([inner, outer], '/app/src/main.js', 'file'), false);
    assert.equal(isIgnored([inner, outer], '/app/src/other.js', 'file'), true);
    assert.equal(isIgnored([inner, outer], '/app/src/b.ts', 'file'), true);
    assert.equal(isIgnored([inner, outer], '/app/b.ts', 'file'), false);
  });
});
