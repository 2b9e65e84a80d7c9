import assert from 'node:assert/strict';
import { parseDocument } from '../../rules/document';
import { createCollector } from '../../server/cli/collector';
import { crashNotes } from '../../server/cli/notes';
import { hasColors } from '../../server/cli/terminal';

describe('crashes of rules', () => {
  it('are told once per rule, with the file and the trace', () => {
    const collector = createCollector();
    for (const file of ['/a/one.ts', '/a/two.ts']) {
      const result = parseDocument(file, '');
      assert.ok(result.kind === 'parsed');
      const crashes = [{ rule: 'jwt-alg-none', error: new Error(`boom in ${file}`) }];
      const analysis = {
        findings: [],
        missing: [],
        crashes,
        isTooDeep: false,
        listing: () => '',
        isWhole: true,
        nothing: () => ({ text: '', looked: new Map() }),
      };
      collector.add(file, { kind: 'analyzed', document: result.document, analysis });
    }
    const notes = crashNotes(collector.crashes(), '/a');
    assert.equal(notes.length, 1);
    assert.match(
      notes[0] ?? '',
      /^authlint: the rule jwt-alg-none crashed on one\.ts; please report this trace\.\nError: boom in \/a\/one\.ts\n {4}at /,
    );
  });
});

describe('a crash of the analysis', () => {
  it('costs the file, visibly', () => {
    const collector = createCollector();
    collector.fail('/a/one.ts', new Error('boom'));
    collector.fail('/a/two.ts', new Error('boom'));
    assert.deepEqual(
      collector.skipped().map(({ file, reason }) => [file, reason]),
      [
        ['/a/one.ts', 'crash'],
        ['/a/two.ts', 'crash'],
      ],
    );
    const notes = crashNotes(collector.crashes(), '/a');
    assert.equal(notes.length, 1);
    assert.match(
      notes[0] ?? '',
      /^authlint: the analysis crashed on one\.ts; please report this trace\.\nError: boom\n/,
    );
  });
});

describe('colours', () => {
  it('follow the option, then NO_COLOR, then FORCE_COLOR, then the terminal', () => {
    assert.equal(hasColors(true, false, { NO_COLOR: '1' }), true);
    assert.equal(hasColors(false, true, { FORCE_COLOR: '1' }), false);
    assert.equal(hasColors(undefined, true, { NO_COLOR: '1', FORCE_COLOR: '1' }), false);
    assert.equal(hasColors(undefined, true, { NO_COLOR: '' }), true);
    assert.equal(hasColors(undefined, false, { FORCE_COLOR: '1' }), true);
    assert.equal(hasColors(undefined, true, { FORCE_COLOR: '0' }), false);
    assert.equal(hasColors(undefined, true, { TERM: 'dumb' }), false);
    assert.equal(hasColors(undefined, true, {}), true);
    assert.equal(hasColors(undefined, false, { CI: 'true' }), false);
  });
});
