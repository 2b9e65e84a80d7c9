import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { createLog } from '../../server/lsp/log';

function write(what: (log: ReturnType<typeof createLog>) => void): readonly string[] {
  const lines: string[] = [];
  const add = (line: string) => lines.push(line);
  what(createLog({ console: { warn: add, error: add } } as unknown as Connection));
  return lines;
}

describe('the log', () => {
  const error = new TypeError("Cannot read properties of undefined (reading 'localStorage.secret')\n  in line 2");

  it('names a rule that failed once, with the place but not with what the error quotes', () => {
    const lines = write((log) => {
      log.crashed('/a.ts', { rule: 'jwt-alg-none', error });
      log.crashed('/b.ts', { rule: 'jwt-alg-none', error });
      log.crashed('/b.ts', { rule: 'jwt-long-lived', error: 'thrown text' });
    });
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /^jwt-alg-none failed on \/a\.ts\. TypeError\n +at .*log\.test\.ts/);
    assert.equal(lines[1], 'jwt-long-lived failed on /b.ts. No trace.');
    assert.doesNotMatch(lines.join('\n'), /secret|line 2|thrown/);
  });

  it('says each other thing once', () => {
    const lines = write((log) => {
      for (const _ of [1, 2]) {
        log.failed('Checking /a.ts', error);
        log.skipped({ file: '/a.ts', reason: 'too-deep', message: 'Too deep.' });
        log.config({ file: '/c.json', line: 2, column: 3, message: 'Wrong.' });
      }
    });
    assert.deepEqual(
      lines.map((line) => line.split('\n')[0]),
      ['Checking /a.ts failed. TypeError', '/a.ts: Too deep.', '/c.json:2:3: Wrong.'],
    );
  });
});
