import { closeAll, hoverAt, open } from './editor';
import { match } from './expect';

describe('the hover on a token', () => {
  afterEach(closeAll);

  for (const file of ['src/token.ts', '.env', 'deploy.yaml', 'notes.txt']) {
    it(`says what is inside, in ${file}`, async () => {
      const text = await hoverAt(await open(file), 'eyJ');
      match(text, /^\W*JWT · HS256 · expired .* ago/);
      match(text, /login\.example/);
      match(text, /Decoded, not verified\.\W*$/);
    });
  }
});
