import assert from 'node:assert/strict';
import { decodeText, findSkip, toSource } from '../../server/host/files/source';

describe('source texts', () => {
  const reasonOf = (bytes: Uint8Array): string | undefined => {
    const result = toSource('/a.ts', bytes);
    return result.kind === 'skipped' ? result.skip.reason : undefined;
  };

  it('are decoded without the byte order mark, which editors do not count', () => {
    const marked = decodeText(Buffer.from('\uFEFFconst grüße = 1;'));
    assert.deepEqual(marked, { text: 'const grüße = 1;', byteOrderMark: true });
    assert.deepEqual(decodeText(Buffer.from('a')), { text: 'a', byteOrderMark: false });
    assert.deepEqual(decodeText(new Uint8Array()), { text: '', byteOrderMark: false });
  });

  it('in another encoding are skipped', () => {
    assert.equal(reasonOf(Buffer.from('const ü = 1', 'latin1')), 'not-utf8');
    assert.equal(reasonOf(Buffer.from('\uFEFFconst a = 1', 'utf16le')), 'not-utf8');
    assert.equal(reasonOf(Buffer.from('const a = 1', 'utf16le')), 'not-utf8');
  });

  it('beyond 1 MB are skipped, counted in bytes', () => {
    assert.equal(reasonOf(Buffer.from('a\n'.repeat(500_000))), undefined);
    assert.equal(reasonOf(Buffer.from(`${'a\n'.repeat(500_000)}b`)), 'too-large');
    assert.equal(findSkip('/a.ts', '€\n'.repeat(250_000)), undefined);
    const skip = findSkip('/a.ts', '€\n'.repeat(251_000));
    assert.deepEqual(skip, {
      file: '/a.ts',
      reason: 'too-large',
      message:
        'The file has 1.0 MB, and authlint reads at most 1 MB. Split it, or add it to "ignore" in authlint.config.json.',
    });
  });

  it('with a line of more than 20,000 characters are skipped, with its number', () => {
    const long = 'a'.repeat(20_001);
    assert.equal(findSkip('/a.ts', `${'a'.repeat(20_000)}\n`.repeat(3)), undefined);
    assert.match(findSkip('/a.ts', `1\n2\r\n${long}\n4`)?.message ?? '', /^Line 3 has more than 20,000 characters/);
    assert.match(findSkip('/a.ts', `${'1\r'.repeat(15_000)}${long}`)?.message ?? '', /^Line 15001 /);
    assert.equal(findSkip('/a.ts', 'a\r'.repeat(15_000)), undefined);
    assert.match(findSkip('/a.ts', `${'1\r'.repeat(15_000)}\n${long}`)?.message ?? '', /^Line 15001 /);
  });
});
