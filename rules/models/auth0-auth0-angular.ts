import { auth0Storage } from './auth0Storage';
import type { LibraryModel } from './model';

export const auth0Auth0Angular = {
  package: '@auth0/auth0-angular',
  source: '@auth0/auth0-angular@2.12.0 index.d.ts, which hands on to @auth0/auth0-spa-js',
  display: 'auth0',
  emissions: (['AuthModule.forRoot', 'provideAuth0'] as const).map(
    (call) => ({ emits: 'SdkStorage', at: { call, arguments: [1, 1] }, slots: auth0Storage }) as const,
  ),
} satisfies LibraryModel;
