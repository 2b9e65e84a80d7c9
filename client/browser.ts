import { createExtension } from './extension';

export const { activate, deactivate } = createExtension(
  async () => (await import('./browserConnection')).connectToWorker,
);
