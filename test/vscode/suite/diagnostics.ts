import { closeAll, findingsOf, open, relatedOf } from './editor';
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

  it('underline what is wrong after characters of two units, and nothing more', async () => {
    const document = await open('src/routes.ts');
    await eventuallyEqual(
      () => findingsOf(document).map(({ rule, range, text }) => [rule, range, text]),
      [
        ['cookie-missing-httponly', '6:54-6:87', "{ secure: true, sameSite: 'lax' }"],
        ['cookie-missing-samesite', '7:49-7:81', '{ httpOnly: true, secure: true }'],
      ],
    );
  });

  for (const [file, range] of [
    ['src/SignIn.vue', '10:39-10:55'],
    ['src/SignIn.svelte', '6:41-6:57'],
  ] as const) {
    it(`underline in the script of ${file}`, async () => {
      const document = await open(file);
      await eventuallyEqual(
        () => findingsOf(document).map(({ rule, range, text }) => [rule, range, text]),
        [['token-in-web-storage', range, 'data.accessToken']],
      );
    });
  }

  it('say where the options are that are wrong', async () => {
    const login = await open('src/login.ts');
    await eventuallyEqual(() => relatedOf(login), [['options.ts', '3:45-6:2']]);
  });
});
