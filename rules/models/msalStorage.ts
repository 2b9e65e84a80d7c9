import { arg, slot } from './model';
import { sdkStorage, WEB_STORAGES } from './sdkStorage';

/** How every MSAL for the browser is told where tokens are kept: `{ cache: { cacheLocation } }`. */
export const msalStorage = sdkStorage({
  storage: {
    ...slot(arg(0, 'cache', 'cacheLocation'), 'sessionStorage'),
    spelled: {
      ...WEB_STORAGES,
      memoryStorage: 'memory',
      'BrowserCacheLocation.LocalStorage': 'localStorage',
      'BrowserCacheLocation.SessionStorage': 'sessionStorage',
      'BrowserCacheLocation.MemoryStorage': 'memory',
    },
  },
  safer: 'sessionStorage',
});
