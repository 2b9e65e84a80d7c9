import assert from 'node:assert/strict';
import { lineIndex } from '../../rules/text/lineIndex';
import { codeFrame } from '../../server/cli/printers/codeFrame';
import { spanOf } from './sampleReport';

function frame(text: string, code: string, width = 80): string {
  const style = { width, context: 1, dim: String, mark: String } as const;
  return `\n${codeFrame(lineIndex(text), spanOf(text, code), style).join('\n')}\n`;
}

describe('code frame', () => {
  it('shows the line, its neighbours and a squiggle', () => {
    const text = 'const a = 1;\nconst b = sign(a);\nconst c = 3;\n';
    assert.equal(
      frame(text, 'sign'),
      `
1 │ const a = 1;
2 │ const b = sign(a);
  │           ~~~~
3 │ const c = 3;
`,
    );
  });

  it('leaves blank neighbours out', () => {
    assert.equal(
      frame('\nsign(a);\n\n', 'sign'),
      `
2 │ sign(a);
  │ ~~~~
`,
    );
  });

  it('aligns numbers of different lengths', () => {
    const text = `${'\n'.repeat(8)}nine\nten\neleven\n`;
    assert.equal(
      frame(text, 'ten'),
      `
 9 │ nine
10 │ ten
   │ ~~~
11 │ eleven
`,
    );
  });

  it('squiggles under tabs, wide characters and emoji where a terminal shows them', () => {
    assert.equal(
      frame("\tif (name === '漢字 👩‍👩‍👧') \tsign(name);", 'sign(name)'),
      `
1 │   if (name === '漢字 👩‍👩‍👧')   sign(name);
  │                             ~~~~~~~~~~
`,
    );
  });

  it('squiggles under every line of a span, without its indentation', () => {
    const text = 'sign(\n  payload,\n  secret,\n);\n';
    assert.equal(
      frame(text, 'payload,\n  secret'),
      `
1 │ sign(
2 │   payload,
  │   ~~~~~~~~
3 │   secret,
  │   ~~~~~~
4 │ );
`,
    );
  });

  it('shows the head and the last line of a long span', () => {
    const text = 'sign({\n  a,\n  b,\n  c,\n  d,\n  e,\n});\nnext();\n';
    assert.equal(
      frame(text, text.slice(5, text.indexOf(')'))),
      `
1 │ sign({
  │      ~
2 │   a,
  │   ~~
3 │   b,
  │   ~~
⋮ │
7 │ });
  │ ~
8 │ next();
`,
    );
  });

  it('cuts a long line around the span', () => {
    const text = `const x = '${'a'.repeat(60)}', y = sign(payload), z = '${'b'.repeat(60)}';`;
    assert.equal(
      frame(text, 'sign(payload)', 44),
      `
1 │ …aaaaaaaaaaaaaaa', y = sign(payload), z…
  │                        ~~~~~~~~~~~~~
`,
    );
  });

  it('shows the neighbours of a cut line from their start', () => {
    assert.equal(
      frame(`  if (a) {\n    const x = '${'a'.repeat(40)}' + sign(payload);\n  }\n`, 'sign', 44),
      `
1 │   if (a) {
2 │ …aaaaaaaaaaaaaaaaaaaaaaaaaaa' + sign(pa…
  │                                 ~~~~
3 │   }
`,
    );
  });

  it('shows the start of a span that is longer than the frame', () => {
    const text = `const x = '${'a'.repeat(60)}';`;
    assert.equal(
      frame(text, text.slice(10, 72), 44),
      `
1 │ … = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
  │     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
    );
  });

  it('cuts between wide characters without tearing one', () => {
    const text = `${'漢'.repeat(40)}sign()${'字'.repeat(40)}`;
    assert.equal(
      frame(text, 'sign()', 30),
      `
1 │ … 漢漢漢漢漢漢漢sign()字…
  │                 ~~~~~~
`,
    );
  });

  it('marks the place of an empty span, also at the end of the text', () => {
    const at = (text: string, offset: number): readonly string[] =>
      codeFrame(lineIndex(text), { start: offset, end: offset }, { width: 80, context: 1, dim: String, mark: String });
    assert.deepEqual(at('sign()', 5), ['1 │ sign()', '  │      ~']);
    assert.deepEqual(at('sign()', 6), ['1 │ sign()', '  │       ~']);
    assert.deepEqual(at('', 0), ['1 │', '  │ ~']);
  });

  it('shows control and reordering characters instead of obeying them', () => {
    assert.equal(
      frame("sign('\u001b[2J\u202egnitset\u0007')", 'sign'),
      `
1 │ sign('␛[2J\ufffdgnitset␇')
  │ ~~~~
`,
    );
  });
});
