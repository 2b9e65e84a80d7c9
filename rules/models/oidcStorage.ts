import { arg, type ResultModel, slot } from './model';
import { sdkStorage } from './sdkStorage';

/** How the clients of OpenID Connect of one family are told where the user, with the tokens, is kept. */
export const oidcStorage = sdkStorage({
  storage: {
    ...slot(arg(0, 'userStore', 'store'), 'sessionStorage'),
    spelled: {
      // Its own default is not the manager's.
      'WebStorageStateStore().store': 'localStorage',
      'InMemoryWebStorage()': 'memory',
    },
  },
  safer: 'window.sessionStorage',
});

/** A `WebStorageStateStore` is read as its options. */
export const WEB_STORAGE_STATE_STORE = {
  path: 'WebStorageStateStore()',
  is: { same: 0 },
} as const satisfies ResultModel;
