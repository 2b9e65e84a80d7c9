import type { LibraryModel } from './model';

/** Members that applications give to their session, in the library's name or their provider's. */
const TOKENS = [
  'accessToken',
  'access_token',
  'idToken',
  'id_token',
  'jwt',
  'refreshToken',
  'refresh_token',
  'sessionToken',
  'token',
];

/** What the page and the server see of a session: holds no token until the application's callbacks put one in. */
export const nextAuthSession = {
  package: 'next-auth',
  modules: ['next-auth', 'next-auth/next', 'next-auth/react'],
  source: 'next-auth@4.24.15 react/index.d.ts and core/types.d.ts, next-auth@5.0.0-beta.32 index.d.ts and react.d.ts',
  display: 'session',
  types: [{ name: '#Session', display: 'session', annotations: ['Session'] }],
  gives: [
    { path: 'useSession().data', in: 'next-auth/react', type: '#Session' },
    { path: 'getSession()', in: 'next-auth/react', type: '#Session' },
    { path: 'getServerSession()', in: 'next-auth', type: '#Session' },
    { path: 'getServerSession()', in: 'next-auth/next', type: '#Session' },
    // Version 5: `const { auth } = NextAuth(options)`.
    { path: '().auth()', in: 'next-auth', type: '#Session' },
  ],
  results: TOKENS.flatMap((name) => [`#Session.${name}`, `#Session.user.${name}`]).map(
    (path) => ({ path, is: 'credential' }) as const,
  ),
  emissions: [],
} satisfies LibraryModel;
