import { handlerName, markOfEach, markOfGuarded, markOfRegistered } from '../../signs/guardedHandlers';
import type { FactOf } from '../schema';

/** Names around a place that may be the handler's. */
const MAX_NAMES = 3;

/**
 * Whether another file lets nobody through to the handler in which a token of the request is read: it registers the handler,
 * or the file that does, behind a guard, or a framework runs it before each request. `registering` gives the files with a mark.
 */
export function isGuardedElsewhere(
  { around, attributes: { claims } }: FactOf<'TokenDecode'>,
  file: string,
  registering: (mark: string) => readonly string[],
): boolean {
  if (claims.source !== 'request') return false;
  const isAnyOf = (mark: string): boolean => registering(mark).some((other) => other !== file);
  const handlers = [undefined, ...around.slice(0, MAX_NAMES)].map((name) => handlerName(file, name));
  return (
    handlers.some((handler) => isAnyOf(markOfGuarded(handler))) ||
    handlers
      .flatMap((handler) => registering(markOfRegistered(handler)))
      .some((router) => isAnyOf(markOfGuarded(handlerName(router)))) ||
    directoriesOf(file).some((directory) => isAnyOf(markOfEach(directory)))
  );
}

/** Every directory that a file lies in, with its slash. */
function directoriesOf(file: string): readonly string[] {
  return [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1)).concat('');
}
