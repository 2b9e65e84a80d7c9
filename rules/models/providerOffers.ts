import type { Offer } from '../resolve/evaluate/offers';

/** `{ provide: NAME, useClass: Own }`, as Angular and NestJS are told. */
export const PROVIDERS: readonly Offer[] = [
  { by: 'provide', value: 0, path: ['useClass'], is: 'instance' },
  { by: 'provide', value: 0, path: ['useExisting'], is: 'instance' },
  { by: 'provide', value: 0, path: ['useValue'], is: 'value' },
  { by: 'provide', value: 0, path: ['useFactory'], is: 'returned' },
];
