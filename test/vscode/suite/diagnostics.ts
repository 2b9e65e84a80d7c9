import { closeAll, findingsOf, open } from './editor';
import { eventuallyEqual } from './expect';

describe('diagnostics', () => {
  afterEach(closeAll);

  it('underline a token that goes into localStorage', async () => {
    const document = await open('src/client.ts');
    await eventuallyEqual(
      () => findingsOf(document),
      [
        {
          rule: 'token-in-web-storage',
          page: 'https://authlint.dev/docs/rules/token-in-web-storage',
          severity: 'Error',
          range: '2:33-2:38',
          text: 'token',
        },
      ],
    );
  });
});
