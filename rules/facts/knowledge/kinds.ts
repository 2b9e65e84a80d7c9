import { DIRECT_KINDS, type DirectKind, type EmittedKind } from '../schema';

/** Whether facts of a kind are looked for only where they are written. */
export function isDirect(kind: EmittedKind): kind is DirectKind {
  return (DIRECT_KINDS as readonly EmittedKind[]).includes(kind);
}
