import type { LibraryModel } from './model';

export const keycloakJs = {
  package: 'keycloak-js',
  modules: ['keycloak-js', '@react-keycloak/web'],
  source: 'keycloak-js@26.2.4 lib/keycloak.d.ts, @react-keycloak/web@3.4.0 lib/useKeycloak.d.ts',
  display: 'keycloak',
  types: [
    {
      name: '#Keycloak',
      display: 'keycloak',
      // The class is the default export.
      annotations: ['', 'KeycloakInstance'],
      conventionalNames: ['keycloak'],
    },
  ],
  gives: [
    { path: '()', type: '#Keycloak' },
    { path: 'useKeycloak().keycloak', type: '#Keycloak' },
  ],
  results: (['token', 'refreshToken', 'idToken'] as const).map(
    (name) => ({ path: `#Keycloak.${name}`, is: 'credential' }) as const,
  ),
  emissions: [],
} satisfies LibraryModel;
