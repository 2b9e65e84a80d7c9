import { arg, readOnly, slot } from './model';
import { sdkStorage } from './sdkStorage';

/** How all of Auth0's SDKs for the browser are told where tokens are kept: in their first argument. */
export const auth0Storage = sdkStorage({
  storage: {
    ...slot([readOnly(arg(0, 'cache')), arg(0, 'cacheLocation')], 'memory'),
    spelled: {
      memory: 'memory',
      localstorage: 'localStorage',
      'LocalStorageCache()': 'localStorage',
      'InMemoryCache()': 'memory',
      'InMemoryCache().enclosedCache': 'memory',
    },
  },
  safer: 'memory',
});
