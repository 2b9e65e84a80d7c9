import type { IndexView } from '../host/workspaceIndex';

/** `partial`: there are too many files to look at all of them. */
export type IndexState = 'building' | 'complete' | 'partial';

/** What files may know of an index in its state: while it is incomplete, what may yet turn out otherwise is not said. */
export function viewOf(index: IndexView, state: () => IndexState): IndexView {
  const isComplete = (): boolean => state() === 'complete';
  return {
    seenFrom(home) {
      const whole = index.seenFrom(home);
      return {
        isWrapper: (name) => !isComplete() || whole.isWrapper(name),
        implementers: (typeName) => (isComplete() ? whole.implementers(typeName) : []),
        registrars: (packageName) => (isComplete() ? whole.registrars(packageName) : undefined),
        partsKept: (key) => (isComplete() ? whole.partsKept(key) : []),
        // What this silences is silent until it is known.
        hasVerifier: (care, key) => (isComplete() ? whole.hasVerifier(care, key) : state() === 'building'),
        signingAlgorithms: (key) => (isComplete() ? whole.signingAlgorithms(key) : undefined),
        writers: (name) => (isComplete() ? whole.writers(name) : state() === 'partial' ? [] : undefined),
        checksAlgorithms: (mark) => isComplete() && whole.checksAlgorithms(mark),
        registering: (mark) => (isComplete() ? whole.registering(mark) : []),
        secretUses: (file) => (isComplete() ? whole.secretUses(file) : []),
        tokenUses: (file) => (isComplete() ? whole.tokenUses(file) : []),
        isChecked: (file) => isComplete() && whole.isChecked(file),
        shows: (sign) => (isComplete() ? whole.shows(sign) : undefined),
        cookieReaders: (name) => (isComplete() ? whole.cookieReaders(name) : undefined),
        storageUsers: (key) => (isComplete() ? whole.storageUsers(key) : undefined),
      };
    },
  };
}
