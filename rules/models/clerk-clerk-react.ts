import type { LibraryModel } from './model';

export const clerkClerkReact = {
  package: '@clerk/clerk-react',
  modules: [
    '@clerk/clerk-react',
    '@clerk/react',
    '@clerk/nextjs',
    '@clerk/nextjs/server',
    '@clerk/shared/types',
    '@clerk/types',
  ],
  source:
    '@clerk/clerk-react@5.61.10 dist/index.d.ts, @clerk/nextjs@7.9.17 dist/types, @clerk/shared@4.36.0 dist/types (GetToken: a promise of a text)',
  display: 'clerk',
  types: [
    { name: '#Auth', display: 'auth', annotations: ['UseAuthReturn', 'SignedInAuthObject'] },
    { name: '#Session', display: 'session', annotations: ['SessionResource'] },
    { name: '#GetToken', display: 'getToken', annotations: ['GetToken'] },
  ],
  gives: [
    { path: 'useAuth()', type: '#Auth' },
    { path: 'auth()', in: '@clerk/nextjs', type: '#Auth' },
    { path: 'auth()', in: '@clerk/nextjs/server', type: '#Auth' },
    { path: 'getAuth()', in: '@clerk/nextjs/server', type: '#Auth' },
    { path: 'useSession().session', type: '#Session' },
    { path: 'useClerk().session', type: '#Session' },
  ],
  results: (['#Auth.getToken()', '#Session.getToken()', '#GetToken()'] as const).map(
    (path) => ({ path, is: 'credential' }) as const,
  ),
  emissions: [],
} satisfies LibraryModel;
