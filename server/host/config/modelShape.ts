import { key, type ObjectShape, object, variants } from './shape';
import { emissionShapes } from './shapes/emissions';
import { MEMBERS, NAMED_CALLS, OFFER } from './shapes/offers';
import { FILE, REGISTRATION } from './shapes/registrations';
import { DRAW, RESULT_AT } from './shapes/results';
import { SESSION } from './shapes/sessions';
import { REDUCER, SAFER_STORE, STORAGE } from './shapes/storages';
import { GIFT, HANDLER, TYPE } from './shapes/types';
import { listOf, path, TEXT, TEXTS } from './shapes/words';

/** The shape of a `LibraryModel`: a test holds it to what the models are that are built in. */
export function modelShape(): ObjectShape {
  return object(
    'key',
    {
      package: key('The package as it is depended on.', TEXT),
      modules: key('How it is imported; the name of the package unless said otherwise.', TEXTS),
      source: key('The package, version and file that the defaults were read from.', TEXT),
      display: key('What findings call the receiver of its calls.', TEXT),
      broughtBy: key('Packages that bring it along.', TEXTS),
      autoImports: key('Names that need no import where one of the packages is depended on that bring it.', TEXTS),
      runsOn: key('It needs what browsers do not have.', { kind: 'choice', of: ['server'] }),
      files: key(
        'Files that a framework finds by their names: what they export is as good as handed to a call.',
        listOf(FILE),
      ),
      types: key('The types that values have without an import in sight.', listOf(TYPE)),
      gives: key('Calls and members that give a described type.', listOf(GIFT)),
      handlers: key(
        'Functions that get described types: by the call that they are handed to, or by their own type.',
        listOf(HANDLER),
      ),
      results: key('Calls whose result is a credential, a key, or carries on their argument.', listOf(RESULT_AT)),
      draws: key('Calls that draw a value.', listOf(DRAW)),
      requests: key('Members and calls of which everything comes from the sender of a request.', TEXTS),
      sessions: key('What the library does to the session of a request.', listOf(SESSION)),
      members: key(
        'What calls give whose members are functions of the code that made it.',
        listOf(object('key', { path: path(), of: key('Where the functions stand.', listOf(MEMBERS)) }, ['path', 'of'])),
      ),
      offers: key(
        'Calls by which code offers something to the library, for other code to ask for it by a name.',
        listOf(OFFER),
      ),
      namedCalls: key('Methods that call, by their names, functions of what code offers.', NAMED_CALLS),
      registrations: key('Where the library is registered with its framework.', listOf(REGISTRATION)),
      storages: key('Members and results of calls that stand for a storage.', listOf(STORAGE)),
      saferStore: key('What keeps the same safely, and is called in the same way.', SAFER_STORE),
      reducers: key('What makes reducers of a state.', listOf(REDUCER)),
      emissions: key('Calls and assignments that are facts.', listOf(variants('emits', 'The fact.', emissionShapes()))),
    },
    ['package', 'source', 'display', 'emissions'],
  );
}
