import { wordsOf } from '../../text/words';

/** `header`, `protectedHeader`, `decodeProtectedHeader`: not the headers of a request. */
export function isHeaderName(name: string): boolean {
  return /header$/i.test(name);
}

/** The name of a function that gives the header of the token which it is given: `getHeaderFromToken`. */
export function givesHeader(name: string): boolean {
  const words = wordsOf(name);
  return isHeaderName(name) || (words.includes('header') && words.some((word) => word === 'token' || word === 'jwt'));
}
