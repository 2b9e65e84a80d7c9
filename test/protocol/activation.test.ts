import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../sources';

/** What the extension loads in a VS Code where one document of that language is open. */
function loadedFor(language: string): unknown {
  const script = join(__dirname, 'support/activate.cjs');
  return JSON.parse(
    execFileSync(process.execPath, [script, join(ROOT, 'dist/client.node.js'), language], { encoding: 'utf8' }),
  );
}

/** Other extensions wait for ours, and the editor's host does nothing else meanwhile. */
describe('activation', () => {
  it('loads nothing beside the small bundle, and the connection right after it, for a document that is checked', () => {
    assert.deepEqual(loadedFor('typescript'), { untilActive: ['vscode'], then: ['./nodeConnection'] });
  });

  it('loads no connection for a document that only may hold a token', () => {
    assert.deepEqual(loadedFor('plaintext'), { untilActive: ['vscode'], then: [] });
  });
});
