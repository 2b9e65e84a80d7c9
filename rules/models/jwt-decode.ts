import { decodingPart } from './decoding';
import { arg, type LibraryModel } from './model';

/** Up to release 3 the package is the function, or has it as default export; release 4 exports it by its name alone. */
const CALLS = ['', 'jwtDecode'] as const;

export const jwtDecode = {
  package: 'jwt-decode',
  source:
    'jwt-decode@4.0.0 build/cjs/index.js, jwt-decode@3.1.2 build/jwt-decode.cjs.js, jwt-decode@2.2.0 lib/index.js',
  display: 'jwtDecode',
  emissions: CALLS.map(
    (call) =>
      ({ emits: 'TokenDecode', at: { call, arguments: [1, 2] }, slots: decodingPart(arg(1, 'header')) }) as const,
  ),
} satisfies LibraryModel;
