import { arg, slot } from './model';
import { sdkStorage } from './sdkStorage';
import type { ResultModel } from './shape/results';

const SPELLED = {
  // Its own default is not the manager's.
  'WebStorageStateStore().store': 'localStorage',
  'InMemoryWebStorage()': 'memory',
} as const;

/** How the clients of OpenID Connect of one family are told where the user, with the tokens, is kept. */
export const oidcStorage = sdkStorage({
  storage: {
    ...slot(arg(0, 'userStore', 'store'), 'sessionStorage'),
    spelled: SPELLED,
  },
  safer: 'window.sessionStorage',
});

/** What wraps such a client with a default of its own. */
export const lastingOidcStorage = sdkStorage({
  storage: { ...slot(arg(0, 'userStore', 'store'), 'localStorage'), spelled: SPELLED },
  safer: 'window.sessionStorage',
  clientKey: [arg(0, 'client_id'), arg(0, 'clientId')],
});

/** A `WebStorageStateStore` is read as its options. */
export const WEB_STORAGE_STATE_STORE = {
  path: 'WebStorageStateStore()',
  is: { same: 0 },
} as const satisfies ResultModel;
