import { models as builtIn } from './models';
import type { LibraryModel } from './models/model';

/**
 * Makes something of all models, once for each list of the user's and for as long as that list is in use. Lists are told
 * apart by identity: looking into them would cost more, for every file, than making it anew for a list that is a copy.
 */
export function perModels<T extends object>(
  make: (all: readonly LibraryModel[]) => T,
): (users: readonly LibraryModel[]) => T {
  const made = new WeakMap<readonly LibraryModel[], T>();
  let withoutAny: T | undefined;
  return (users) => {
    if (users.length === 0) {
      withoutAny ??= make(builtIn);
      return withoutAny;
    }
    const known = made.get(users);
    if (known !== undefined) return known;
    const fresh = make([...builtIn, ...users]);
    made.set(users, fresh);
    return fresh;
  };
}
