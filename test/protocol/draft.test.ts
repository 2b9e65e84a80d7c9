import assert from 'node:assert/strict';
import type { Finding } from '../../rules';
import { applyEdits } from '../../rules/text/edit';
import { revise, toReplacements, untouched } from '../../server/host/draft';
import { fixAll as applyAll, type Check, fixOf, safeFixIn } from '../../server/lsp/fixAll';

const insert = (offset: number, text: string) => ({ span: { start: offset, end: offset }, text });
const replace = (start: number, end: number, text: string) => ({ span: { start, end }, text });

describe('draft', () => {
  const text = 'abcdefghij';

  it('keeps edits of separate rounds separate', () => {
    const draft = revise(revise(untouched(text.length), [replace(1, 3, 'XYZ')]), [insert(9, '!')]);
    assert.deepEqual(toReplacements(draft, text.length), [replace(1, 3, 'XYZ'), insert(8, '!')]);
  });

  it('makes one edit of rounds that touch what an earlier one wrote', () => {
    const draft = revise(revise(untouched(text.length), [insert(2, '{ }')]), [replace(3, 6, ' ok }c'), insert(8, '-')]);
    assert.deepEqual(toReplacements(draft, text.length), [replace(2, 3, '{ ok }c'), insert(5, '-')]);
  });

  it('gives what applying the rounds one after the other gives', () => {
    const rounds = [
      [insert(0, '>'), replace(4, 6, '')],
      [replace(0, 2, '#'), replace(5, 6, 'uvw')],
      [replace(3, 7, ''), insert(8, '<')],
    ];
    let current = text;
    let draft = untouched(text.length);
    for (const round of rounds) {
      current = applyEdits(current, round);
      draft = revise(draft, round);
    }
    assert.equal(applyEdits(text, toReplacements(draft, text.length)), current);
  });
});

describe('fix all', () => {
  const fixAll = (file: string, text: string, check: Check) => applyAll(text, check, safeFixIn(file));
  const finding = (span: { start: number; end: number }, fixes: Finding['fixes']): Finding => ({
    rule: 'rule',
    severity: 'error',
    span,
    message: '',
    symbol: '',
    because: '',
    help: '',
    related: [],
    fixes,
  });
  const fix = (edits: readonly { span: { start: number; end: number }; text: string }[], file = 'a.ts') => ({
    title: '',
    safety: 'safe' as const,
    edits: edits.map((edit) => ({ ...edit, file })),
  });
  const findAll = (pattern: RegExp, toFixes: (start: number) => Finding['fixes']) => (text: string) =>
    Promise.resolve(
      Array.from(text.matchAll(pattern), ({ index }) => finding({ start: index, end: index + 1 }, toFixes(index))),
    );

  it('repeats until nothing is left, without edits that overlap', async () => {
    const check = findAll(/x/g, (start) => [fix([replace(start, start + 1, 'y')])]);
    const edits = await fixAll('a.ts', 'xxxx-x', check);
    assert.equal(applyEdits('xxxx-x', edits), 'yyyy-y');
    assert.deepEqual(edits, [replace(0, 4, 'yyyy'), replace(5, 6, 'y')]);
  });

  it('ends when a fix does not remove its finding', async () => {
    const edits = await fixAll(
      'a.ts',
      'x',
      findAll(/x/g, (start) => [fix([insert(start, '-')])]),
    );
    assert.deepEqual(edits, [insert(0, '-'.repeat(10))]);
  });

  it('leaves out suggestions, choices and fixes that reach into another file', async () => {
    const offered = fix([replace(0, 1, 'y')]);
    const fixes = [
      { ...offered, safety: 'suggestion' as const },
      { ...offered, choices: ['a'] },
      fix([insert(0, 'z')], 'b.ts'),
    ];
    assert.deepEqual(
      await fixAll(
        'a.ts',
        'x',
        findAll(/x/g, () => fixes),
      ),
      [],
    );
  });

  it('of one rule takes suggestions of that rule, but nothing that needs a choice', async () => {
    const suggestion = { ...fix([replace(0, 1, 'y')]), safety: 'suggestion' as const };
    const choose = fixOf('rule', 'a.ts');
    const one = finding({ start: 0, end: 1 }, [{ ...suggestion, choices: ['a'] }, suggestion]);
    assert.equal(choose(one), suggestion);
    assert.equal(choose({ ...one, rule: 'other' }), undefined);
    assert.equal(choose({ ...one, fixes: [fix([insert(0, 'z')], 'b.ts')] }), undefined);
  });

  it('keeps what it has when a later text cannot be analysed', async () => {
    const check = (text: string) =>
      text === 'xx'
        ? findAll(/x/g, (start) => [fix([replace(start, start + 1, 'y')])])(text)
        : Promise.resolve(undefined);
    assert.deepEqual(await fixAll('a.ts', 'xx', check), [replace(0, 1, 'y')]);
  });
});
