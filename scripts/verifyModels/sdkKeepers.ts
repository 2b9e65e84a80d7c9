import { hmac, now, SECRET } from './forgery';
import { type Library, load, loadFile } from './libraries';
import { type Keeper, type Keeping, TOKEN } from './observeStores';
import { local, session } from './storages';

const KIND = 'SdkStorage';

/** SDKs that sign in from a page, by where they keep the tokens that they get. */
export const SDK_KEEPERS: Readonly<Record<string, Keeper>> = {
  '@auth0/auth0-spa-js': { file: 'src/Auth0Client.ts', text: 'cacheLocation', kind: KIND, keepings: auth0 },
  // What it writes is sealed, under names that say what it is.
  '@azure/msal-browser': {
    file: ['src/config/Configuration.ts', 'dist/config/Configuration.js'],
    text: 'BrowserCacheLocation.SessionStorage',
    kind: KIND,
    shown: 'accesstoken',
    keepings: msal,
  },
  '@okta/okta-auth-js': {
    file: 'esm/browser/storage/options/browser.js',
    text: 'storageTypes',
    kind: KIND,
    keepings: okta,
  },
  '@supabase/supabase-js': { file: 'dist/index.cjs', text: 'persistSession', kind: KIND, keepings: supabase },
  'amazon-cognito-identity-js': { file: 'src/CognitoUserPool.js', text: 'Storage', kind: KIND, keepings: cognito },
  'oidc-client': { file: 'src/UserManagerSettings.js', text: 'userStore', kind: KIND, keepings: oidcClient },
  'oidc-client-ts': { file: 'dist/esm/oidc-client-ts.js', text: 'userStore', kind: KIND, keepings: oidcClient },
};

async function oidcClient(library: Library): Promise<readonly Keeping[]> {
  type Manager = new (settings: object) => { storeUser(user: object): Promise<void> };
  const { UserManager, User, WebStorageStateStore } = await load<{
    UserManager: Manager;
    User: new (user: object) => object;
    WebStorageStateStore: new (options?: object) => object;
  }>(library);
  const settings = { authority: 'https://issuer.example', client_id: 'c', redirect_uri: 'https://localhost/' };
  const kept = (text: string, options: object): Keeping => ({
    before: `import { UserManager, WebStorageStateStore } from '${library.package}';`,
    call: `new UserManager({ authority, client_id, redirect_uri${text} })`,
    keep: () =>
      new UserManager({ ...settings, ...options }).storeUser(
        new User({ access_token: TOKEN, token_type: 'Bearer', profile: { sub: 'u1' } }),
      ),
  });
  return [
    kept('', {}),
    kept(', userStore: new WebStorageStateStore()', { userStore: new WebStorageStateStore() }),
    kept(', userStore: new WebStorageStateStore({ store: window.sessionStorage })', {
      userStore: new WebStorageStateStore({ store: session }),
    }),
  ];
}

async function auth0(library: Library): Promise<readonly Keeping[]> {
  interface Client {
    readonly cacheManager: { set(entry: object): Promise<void> };
  }
  const { Auth0Client } = await load<{ Auth0Client: new (options: object) => Client }>(library);
  const entry = { client_id: 'c', audience: 'a', scope: 's', access_token: TOKEN, expires_in: 3600 };
  const kept = (text: string, options: object): Keeping => ({
    before: "import { Auth0Client } from '@auth0/auth0-spa-js';",
    call: `new Auth0Client({ domain, clientId${text} })`,
    async keep() {
      const client = new Auth0Client({ domain: 'issuer.example', clientId: 'c', ...options });
      // What it does with what the service answers.
      await client.cacheManager.set({ ...entry, decodedToken: { claims: { exp: now() + 3600 }, user: {} } });
    },
  });
  return [
    kept('', {}),
    kept(", cacheLocation: 'memory'", { cacheLocation: 'memory' }),
    kept(", cacheLocation: 'localstorage'", { cacheLocation: 'localstorage' }),
  ];
}

async function msal(library: Library): Promise<readonly Keeping[]> {
  interface Application {
    initialize(): Promise<void>;
    hydrateCache(result: object, request: object): Promise<void>;
  }
  const { PublicClientApplication } = await load<{
    PublicClientApplication: new (configuration: object) => Application;
  }>(library);
  const account = {
    homeAccountId: 'u.t',
    environment: 'login.microsoftonline.com',
    tenantId: 't',
    localAccountId: 'u',
  };
  const result = {
    ...{ account, tenantId: 't', scopes: ['s'], accessToken: TOKEN, idToken: hmac(256, SECRET), idTokenClaims: {} },
    ...{ fromCache: false, tokenType: 'Bearer', expiresOn: new Date(Date.now() + 3_600_000), correlationId: 'i' },
  };
  const kept = (text: string, cache: object): Keeping => ({
    before: "import { PublicClientApplication } from '@azure/msal-browser';",
    call: `new PublicClientApplication({ auth: { clientId }${text} })`,
    async keep() {
      const application = new PublicClientApplication({ auth: { clientId: 'c' }, ...cache });
      await application.initialize();
      await application.hydrateCache(result, { scopes: ['s'] });
    },
  });
  return [
    kept('', {}),
    ...['sessionStorage', 'localStorage', 'memoryStorage'].map((cacheLocation) =>
      kept(`, cache: { cacheLocation: '${cacheLocation}' }`, { cache: { cacheLocation } }),
    ),
  ];
}

/** What pages load: under Node there is another one. */
async function okta(library: Library): Promise<readonly Keeping[]> {
  type Auth = { readonly tokenManager: { add(key: string, token: object): void } };
  const OktaAuth = await loadFile<new (options: object) => Auth>(library, 'esm/browser/exports/exports/default.js');
  const token = {
    ...{ accessToken: TOKEN, claims: {}, expiresAt: now() + 3600, tokenType: 'Bearer', scopes: ['s'] },
    ...{ authorizeUrl: 'https://issuer.example/a', userinfoUrl: 'https://issuer.example/u' },
  };
  const kept = (text: string, options: object): Keeping => ({
    before: "import { OktaAuth } from '@okta/okta-auth-js';",
    call: `new OktaAuth({ issuer, clientId, redirectUri${text} })`,
    keep: () =>
      new OktaAuth({
        issuer: 'https://issuer.example',
        clientId: 'c',
        redirectUri: 'https://localhost/',
        ...options,
      }).tokenManager.add('accessToken', token),
  });
  return [
    kept('', {}),
    ...['sessionStorage', 'cookie', 'memory'].map((storage) =>
      kept(`, tokenManager: { storage: '${storage}' }`, { tokenManager: { storage } }),
    ),
    kept(", storageManager: { token: { storageTypes: ['sessionStorage'] } }", {
      storageManager: { token: { storageTypes: ['sessionStorage'] } },
    }),
  ];
}

/** With a service that gives a user to everybody. */
async function supabase(library: Library): Promise<readonly Keeping[]> {
  interface Client {
    readonly auth: { setSession(session: object): Promise<unknown>; stopAutoRefresh(): Promise<void> };
  }
  const { createClient } = await load<{ createClient(url: string, key: string, options: object): Client }>(library);
  const tokens = { access_token: hmac(256, SECRET, { exp: now() + 3600 }), refresh_token: TOKEN };
  const given = { realtime: { transport: class {} } };
  const kept = (text: string, auth: object): Keeping => ({
    before: "import { createClient } from '@supabase/supabase-js';",
    call: `createClient(url, key${text})`,
    async keep() {
      const fetch = async () => new Response('{"id":"u1"}', { headers: { 'content-type': 'application/json' } });
      const { auth: client } = createClient('https://project.example', 'key', { ...given, global: { fetch }, auth });
      await client.setSession(tokens);
      await client.stopAutoRefresh();
    },
  });
  return [
    kept('', {}),
    kept(', { auth: { storage: window.sessionStorage } }', { storage: session }),
    kept(', { auth: { storage: window.localStorage } }', { storage: local }),
    { ...kept(', { auth: { persistSession: false } }', { persistSession: false }), asks: 'persists' },
  ];
}

async function cognito(library: Library): Promise<readonly Keeping[]> {
  type Names = 'AccessToken' | 'IdToken' | 'RefreshToken' | 'User' | 'UserPool' | 'UserSession';
  type Made = { setSignInUserSession(session: object): void };
  type Cognito = Readonly<Record<`Cognito${Names}` | 'CookieStorage', new (options: object) => Made>>;
  const { CookieStorage, ...made } = await load<Cognito>(library);
  const kept = (text: string, options: () => object): Keeping => ({
    before: "import { CognitoUserPool, CookieStorage } from 'amazon-cognito-identity-js';",
    call: `new CognitoUserPool({ UserPoolId, ClientId${text} })`,
    keep() {
      const Pool = new made.CognitoUserPool({ UserPoolId: 'eu-west-1_a', ClientId: 'c', ...options() });
      new made.CognitoUser({ Username: 'u1', Pool, ...options() }).setSignInUserSession(
        new made.CognitoUserSession({
          AccessToken: new made.CognitoAccessToken({ AccessToken: TOKEN }),
          IdToken: new made.CognitoIdToken({ IdToken: TOKEN }),
          RefreshToken: new made.CognitoRefreshToken({ RefreshToken: TOKEN }),
        }),
      );
    },
  });
  return [
    kept('', () => ({})),
    kept(', Storage: window.sessionStorage', () => ({ Storage: session })),
    kept(', Storage: new CookieStorage({ domain })', () => ({ Storage: new CookieStorage({ domain: 'localhost' }) })),
  ];
}
