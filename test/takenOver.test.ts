import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Analysis, createReader, type Nothing, type ParsedDocument } from '../rules';
import { ALONE, parsed } from './alone';
import { random } from './generated/random';
import { codeOf, readPage } from './pages/fixture';
import { pagesBelow } from './sources';

interface State {
  readonly document: ParsedDocument;
  readonly analysis: Analysis;
}

/** Analyses the texts that a document has one after the other, each taking over from the last. */
function analyzed(file: string, texts: readonly string[]): readonly State[] {
  const states: State[] = [];
  let nothing: Nothing | undefined;
  for (const text of texts) {
    const document = parsed(file, text, states.at(-1)?.document);
    const analysis = createReader(document, ALONE, true, nothing).analyze();
    states.push({ document, analysis });
    nothing = analysis.nothing();
  }
  return states;
}

/** What there is to find in the last of the texts. */
function whole(file: string, texts: readonly string[]): Analysis {
  return createReader(parsed(file, texts.at(-1) ?? ''), ALONE).analyze();
}

function seen({ findings }: Analysis): readonly string[] {
  return findings.map(({ rule, span, message }) => `${rule} ${span.start}-${span.end} ${message}`);
}

function lastOf(before: string, after: string): Analysis {
  const last = analyzed('/page/a.ts', [before, after]).at(-1)?.analysis;
  assert.ok(last !== undefined);
  return last;
}

const ROUTES = `import express from 'express';
import jwt from 'jsonwebtoken';

const router = express.Router();
const options = { httpOnly: true, secure: true, sameSite: 'lax' };

router.get('/theme', (req, res) => {
  res.cookie('theme', 'dark', { maxAge: 1000 });
});

router.post('/login', (req, res) => {
  const token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET, { expiresIn: '10m' });
  res.cookie('token', token, options);
  remember(token);
});

function remember(value) {
  note(value);
}

function note(value) {
  console.debug('noted');
}
`;

describe('what an analysis takes over from that of the text before', () => {
  it('is where nothing was found and the edit is elsewhere', () => {
    const before = ROUTES.replace("'dark'", "'dar'");
    const last = lastOf(before, ROUTES);
    assert.equal(last.isWhole, false);
    assert.deepEqual(seen(last), seen(whole('/page/a.ts', [ROUTES])));
  });

  it('is not what the edited lines name', () => {
    const edited = ROUTES.replace('httpOnly: true', 'httpOnly: false');
    const last = lastOf(ROUTES, edited);
    assert.deepEqual(
      last.findings.map(({ rule }) => rule),
      ['cookie-missing-httponly'],
    );
  });

  it('lacks what the edit does by way of a function, which looking at the whole finds', () => {
    const edited = ROUTES.replace("console.debug('noted')", "localStorage.setItem('noted', value)");
    const last = lastOf(ROUTES, edited);
    assert.equal(last.isWhole, false);
    assert.deepEqual(seen(last), []);
    assert.deepEqual(
      whole('/page/a.ts', [edited]).findings.map(({ rule }) => rule),
      ['token-in-web-storage'],
    );
  });

  it('is hardly ever wrong while a word of the pages is typed anew, and never adds a finding', function () {
    this.timeout(120_000);
    const chance = random(5);
    let count = 0;
    let wrong = 0;
    for (const path of [...pagesBelow('rules/catalog'), ...pagesBelow('test/cases')]) {
      const { sections } = readPage(path, readFileSync(path, 'utf8'));
      for (const block of sections.flatMap(({ blocks }) => blocks).filter(({ language }) => language === 'ts')) {
        const text = codeOf(block);
        if (block.lines.length < 8 || chance.between(0, 7) > 0) continue;
        const { 0: word, index } = chance.pick(Array.from(text.matchAll(/[\w$'.:]+/g)));
        const typed = Array.from(
          { length: word.length + 1 },
          (_, length) => text.slice(0, index) + word.slice(0, length) + text.slice(index + word.length),
        );
        // Each state takes over from the one before, the first of them from the whole text.
        for (const [position, { analysis }] of analyzed('/page/a.ts', [text, ...typed]).entries()) {
          if (position === 0) continue;
          const expected = seen(whole('/page/a.ts', typed.slice(0, position)));
          const found = seen(analysis);
          const added = found.filter((one) => !expected.includes(one));
          assert.deepEqual(added, [], `${path}:${block.start}, ${position} of ${word}`);
          count += 1;
          if (found.length < expected.length) wrong += 1;
        }
      }
    }
    assert.ok(count > 400, `${count} states`);
    assert.ok(wrong / count < 0.01, `${wrong} of ${count} lack something`);
  });
});
