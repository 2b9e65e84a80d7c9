import { SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, required, slot } from './model';

/** `Session.init({ … })`, of `import Session from 'supertokens-node/recipe/session'`. */
const CALLS = ['default.init', 'init'] as const;

export const supertokensNode = {
  package: 'supertokens-node',
  modules: ['supertokens-node/recipe/session'],
  source:
    'supertokens-node@24.0.3 lib/build/recipe/session/utils.js (validateAndNormaliseUserInput) and cookieAndHeaders.js (setCookie)',
  display: 'Session',
  runsOn: 'server',
  emissions: CALLS.map(
    (call) =>
      ({
        emits: 'CookieWrite',
        at: { call, arguments: [1, 1] },
        slots: {
          ...SESSION_COOKIE,
          name: slot([], 'sAccessToken'),
          value: flow([]),
          httpOnly: slot([], true),
          // By default, where the domain of the API starts with https.
          secure: required(arg(0, 'cookieSecure')),
          // By default Lax, or None where the API is another site.
          sameSite: {
            ...required(arg(0, 'cookieSameSite')),
            spelled: { strict: 'strict', lax: 'lax', none: 'none' },
          },
          domain: slot(arg(0, 'cookieDomain'), ''),
          path: slot(arg(0, 'accessTokenPath'), '/'),
          prefix: slot([], 'none'),
          // A year; the token in it ends within the hour.
          lifetime: required([]),
        },
      }) as const,
  ),
} satisfies LibraryModel;
