import assert from 'node:assert/strict';
import { maskSecrets } from '../../server/cli/secrets';
import { DIRECTORY, findingAt, placeOf, reportOf, spanOf } from './sampleReport';

const SECRET = 'jwt-hardcoded-secret';

function mask(text: string, code: string, rule: string): string | undefined {
  const report = reportOf({ 'a.ts': text }, { 'a.ts': [findingAt(spanOf(text, code), { rule })] });
  return maskSecrets(report).get(`${DIRECTORY}/a.ts`);
}

describe('secrets', () => {
  it('are masked where a finding points at them, quotes and lines aside', () => {
    assert.equal(mask("sign(p, 'it\\'s', 'x');", "'it\\'s'", SECRET), "sign(p, '•••••', 'x');");
    assert.equal(mask('const k = `a\r\nb`;', '`a\r\nb`', SECRET), 'const k = `•\r\n•`;');
    assert.equal(mask('sign(p, Buffer.from("key"));', 'Buffer.from("key")', SECRET), 'sign(p, Buffer.from("•••"));');
  });

  it('are masked in related places, also in other files', () => {
    const config = "export const KEY = 'hush';";
    const use = 'sign(p, KEY);';
    const related = [{ ...placeOf('config.ts', config, "'hush'"), message: 'the secret is written here' }];
    const finding = findingAt(spanOf(use, 'KEY'), { rule: SECRET, related });
    const masked = maskSecrets(reportOf({ 'config.ts': config, 'use.ts': use }, { 'use.ts': [finding] }));
    assert.equal(masked.get(`${DIRECTORY}/config.ts`), "export const KEY = '••••';");
  });

  it('are all that environment files hold, but for the names that findings point at', () => {
    const env = 'PORT=3000\r\nJWT_SECRET=hush\r\n';
    const use = 'sign(p, process.env.JWT_SECRET);';
    const related = [{ ...placeOf('.env.local', env, 'JWT_SECRET'), message: 'the secret is set here' }];
    const finding = findingAt(spanOf(use, 'process.env.JWT_SECRET'), { rule: 'jwt-weak-secret', related });
    const masked = maskSecrets(reportOf({ '.env.local': env, 'use.ts': use }, { 'use.ts': [finding] }));
    assert.equal(masked.get(`${DIRECTORY}/.env.local`), '•••••••••\r\nJWT_SECRET•••••\r\n');
    assert.equal(masked.get(`${DIRECTORY}/use.ts`), use);
  });

  it('are not looked for by rules about other things', () => {
    assert.equal(mask("sign(p, 'hush');", "'hush'", 'jwt-missing-expiry'), "sign(p, 'hush');");
  });
});
