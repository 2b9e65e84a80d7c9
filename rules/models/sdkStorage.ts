import type { SaferStorage, TokenStorage } from '../facts/schema';
import { constant, flow, slot, type Where } from './model';
import type { Slot } from './shape/slots';

/** Names that an SDK reads as a storage, where they are the platform's own. */
export const WEB_STORAGES = { localStorage: 'localStorage', sessionStorage: 'sessionStorage' } as const;

interface StorageSlots {
  /** Without a default where another call may choose as well. */
  readonly storage: Slot<TokenStorage>;
  readonly safer: SaferStorage;
  readonly persists?: Slot<boolean>;
  readonly clientKey?: Where | readonly Where[];
}

/** The slots of an SDK that keeps tokens; by itself it keeps them, and nothing names the application. */
export function sdkStorage<Safer extends SaferStorage>({
  storage,
  safer,
  persists = slot([], true),
  clientKey = [],
}: StorageSlots & { readonly safer: Safer }) {
  return { storage, persists, clientKey: flow(clientKey), safer: constant(safer) } as const;
}
