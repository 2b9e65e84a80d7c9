import { decoding } from './decoding';
import { arg, type LibraryModel } from './model';

/** It takes tokens apart and puts them together; checking a signature is left to its users. */
export const oslojsJwt = {
  package: '@oslojs/jwt',
  source: '@oslojs/jwt@0.3.0 dist/index.js (decodeJWT, parseJWT)',
  display: '',
  emissions: [
    { emits: 'TokenDecode', at: { call: 'decodeJWT', arguments: [1, 1] }, slots: decoding(arg(0), []) },
    { emits: 'TokenDecode', at: { call: 'parseJWT', arguments: [1, 1] }, slots: decoding(arg(0), ['1']) },
  ],
} satisfies LibraryModel;
