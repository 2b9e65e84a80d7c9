import type { LibraryModel } from './model';

const COMPONENTS = [
  '@clerk/astro/react',
  '@clerk/chrome-extension',
  '@clerk/clerk-expo',
  '@clerk/clerk-react',
  '@clerk/expo',
  '@clerk/nextjs',
  '@clerk/react',
  '@clerk/react-router',
  '@clerk/tanstack-react-start',
];
const SERVERS = ['@clerk/express', '@clerk/nextjs/server'];

export const clerkClerkReact = {
  package: '@clerk/clerk-react',
  modules: [
    ...COMPONENTS,
    ...SERVERS,
    ...['@clerk/astro/client', '@clerk/clerk-js', '@clerk/shared/types', '@clerk/types', '@clerk/vue'],
  ],
  source:
    '@clerk/clerk-react@5.61.10 dist/index.d.ts, @clerk/nextjs@7.9.17 dist/types, @clerk/shared@4.36.0 dist/types (GetToken: a promise of a text), @clerk/vue@2.5.0, @clerk/astro@4.0.21, @clerk/express@2.1.70, @clerk/clerk-js@6.40.0, @clerk/react@6.17.2, @clerk/react-router@3.6.24, @clerk/tanstack-react-start@1.5.15, @clerk/chrome-extension@3.1.84, @clerk/clerk-expo@2.20.1 and @clerk/expo@4.6.6 dist',
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
    ...SERVERS.map((module) => ({ path: 'getAuth()', in: module, type: '#Auth' })),
    { path: 'Clerk().session', in: '@clerk/clerk-js', type: '#Session' },
    { path: 'useSession().session', type: '#Session' },
    { path: 'useClerk().session', type: '#Session' },
  ],
  results: [
    // In Vue it is a reference.
    ...['#Auth.getToken()', '#Auth.getToken.value()', '#Session.getToken()', '#GetToken()', 'getToken()'].map(
      (path) => ({ path, is: 'credential' }) as const,
    ),
    // The script tag's, and what `ClerkProvider` leaves for code outside of components.
    { path: 'Clerk.session.getToken()', in: '', is: 'credential' },
  ],
  emissions: [],
} satisfies LibraryModel;
