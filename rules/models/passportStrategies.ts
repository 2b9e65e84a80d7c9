import type { HandlerModel } from './shape/handlers';

/** What a strategy hands to the function that verifies it: first the request, if its options ask for it. */
export function verifiers(strategies: readonly string[], given: number): readonly HandlerModel[] {
  const sent = Array.from({ length: given }, () => '#Sent');
  return strategies.flatMap((path) => [
    { path, count: given + 1, parameters: sent },
    { path, count: given + 2, parameters: ['', ...sent] },
  ]);
}
