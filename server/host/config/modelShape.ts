import { key, type ObjectShape, object, variants } from './shape';
import { emissionShapes } from './shapes/emissions';
import { MEMBERS, NAMED_CALLS, OFFER } from './shapes/offers';
import { FROM, KEPT_AREA, PLACES } from './shapes/places';
import { RESULT } from './shapes/results';
import { TRIGGER } from './shapes/triggers';
import { COUNT, HANDLED, listOf, MODULE, path, TEXT, TEXTS } from './shapes/words';

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
        listOf(
          object(
            'key',
            {
              file: key('Where it lies in the project, without its ending; * stands for any name.', TEXT),
              exports: key('The name that it exports it under; default for all of module.exports, too.', TEXT),
              parameters: HANDLED,
              call: key('The path of the call.', TEXT),
            },
            ['file', 'exports', 'call'],
          ),
        ),
      ),
      types: key('The types that values have without an import in sight.', listOf(typeShape())),
      gives: key(
        'Calls and members that give a described type.',
        listOf(object('key', { path: path(), in: MODULE, type: key('The type.', TEXT) }, ['path', 'type'])),
      ),
      handlers: key(
        'Functions that get described types: by the call that they are handed to, or by their own type.',
        listOf({
          kind: 'forms',
          of: {
            path: object(
              'key',
              {
                path: path(),
                in: MODULE,
                count: key('Only handlers that take this many parameters.', COUNT),
                under: key('They stand in an object that it is handed, below this property.', TEXT),
                parameters: HANDLED,
              },
              ['path', 'parameters'],
            ),
            named: object('key', { named: key('The name of the function.', TEXT), parameters: HANDLED }, [
              'named',
              'parameters',
            ]),
            annotation: object(
              'key',
              {
                annotation: key('The name of the type.', TEXT),
                members: key('It is the type of an object of handlers.', { kind: 'choice', of: [true] }),
                parameters: HANDLED,
              },
              ['annotation', 'parameters'],
            ),
          },
        }),
      ),
      results: key(
        'Calls whose result is a credential, a key, or carries on their argument.',
        listOf(object('key', { path: path(), in: MODULE, is: key('What it is.', RESULT) }, ['path', 'is'])),
      ),
      draws: key(
        'Calls that draw a value.',
        listOf(
          object(
            'key',
            {
              path: path(),
              in: MODULE,
              source: key('How it is drawn.', {
                kind: 'choice',
                of: ['weak', 'clock', 'time-id', 'random-id', 'short-id', 'bytes', 'characters'],
              }),
              size: key('The argument that says how much is drawn.', COUNT),
            },
            ['path', 'source'],
          ),
        ),
      ),
      requests: key('Members and calls of which everything comes from the sender of a request.', TEXTS),
      sessions: key(
        'What the library does to the session of a request.',
        listOf(
          object(
            'key',
            {
              property: key('The property of the request that is the session.', TEXT),
              kept: key('Where the session is kept.', { kind: 'choice', of: ['server', 'sealed', 'other'] }),
              storedBy: key('Options that, where the library is registered, have the server keep it after all.', TEXTS),
              renewedBy: key('Calls that give the session another id, by their last names.', TEXTS),
              renewal: key('How such a call tells that it is done.', { kind: 'choice', of: ['callback', 'promise'] }),
              signsIn: key(
                'Methods of the request that sign a user in.',
                object(
                  'key',
                  {
                    methods: key('Their names.', TEXTS),
                    middleware: key('A function that makes a handler which does so.', TEXT),
                    renewsSince: key('The release since which they renew the session.', TEXT),
                  },
                  ['methods', 'middleware', 'renewsSince'],
                ),
              ),
            },
            ['property', 'kept'],
          ),
        ),
      ),
      members: key(
        'What calls give whose members are functions of the code that made it.',
        listOf(object('key', { path: path(), of: key('Where the functions stand.', listOf(MEMBERS)) }, ['path', 'of'])),
      ),
      offers: key(
        'Calls by which code offers something to the library, for other code to ask for it by a name.',
        listOf(OFFER),
      ),
      namedCalls: key('Methods that call, by their names, functions of what code offers.', NAMED_CALLS),
      registrations: key(
        'Where the library is registered with its framework.',
        listOf(
          object(
            'key',
            {
              at: key('What the code does.', TRIGGER),
              called: key('What code usually calls the function, where the package is the function itself.', TEXTS),
              isShared: key('Those of all files count.', { kind: 'choice', of: [true] }),
              options: key(
                'The options.',
                variants('from', FROM, { argument: PLACES.argument, factory: PLACES.factory }),
              ),
            },
            ['at', 'options'],
          ),
        ),
      ),
      storages: key(
        'Members and results of calls that stand for a storage.',
        listOf(
          object(
            'key',
            {
              path: path(),
              in: MODULE,
              area: KEPT_AREA,
              around: key('The argument that is the storage it wraps.', COUNT),
              option: key(
                'The argument holds it as the first of these members, if none of the others is there.',
                object('key', { names: key('The members.', TEXTS), absent: key('The others.', TEXTS) }, [
                  'names',
                  'absent',
                ]),
              ),
              named: key('The text that its first argument has to be.', TEXT),
            },
            ['path', 'area'],
          ),
        ),
      ),
      saferStore: key(
        'What keeps the same safely, and is called in the same way.',
        object(
          'key',
          {
            package: key('Its package.', TEXT),
            as: key('The name that all of it is imported under.', TEXT),
            needs: key('Projects depend on one of these packages.', TEXTS),
            lacks: key('They depend on none of these.', TEXTS),
            methods: key(
              'The methods of the storage, and those that take their place.',
              listOf(
                object(
                  'key',
                  {
                    name: key('The method.', TEXT),
                    count: key('How many arguments it has.', COUNT),
                    becomes: key('What takes its place.', TEXT),
                  },
                  ['name', 'count', 'becomes'],
                ),
              ),
            ),
            keys: key('A regular expression for the keys that it takes.', TEXT),
          },
          ['package', 'as', 'needs', 'lacks', 'methods', 'keys'],
        ),
      ),
      reducers: key(
        'What makes reducers of a state.',
        listOf(
          object(
            'key',
            {
              path: path(),
              in: MODULE,
              argument: key('The argument that says it.', COUNT),
              member: key('Its member that does.', TEXT),
              holds: key('What stands there.', { kind: 'choice', of: ['state', 'reducers'] }),
            },
            ['path', 'argument', 'holds'],
          ),
        ),
      ),
      emissions: key('Calls and assignments that are facts.', listOf(variants('emits', 'The fact.', emissionShapes()))),
    },
    ['package', 'source', 'display', 'emissions'],
  );
}

function typeShape(): ObjectShape {
  return object(
    'key',
    {
      name: key('With its leading #; of what the platform has, the path by which code reaches it.', TEXT),
      ofPlatform: key('It belongs to the platform, not to the library.', { kind: 'choice', of: [true] }),
      display: key('What findings call a value of it.', TEXT),
      annotations: key('Names by which annotations mean it.', TEXTS),
      fluent: key('Methods that return the value itself.', TEXTS),
      conventionalNames: key('What parameters that hold it are called.', TEXTS),
      isShownByName: key('A file must show one of these names.', { kind: 'choice', of: [true] }),
      conventionalMembers: key('What members of unknown parameters that hold it are called.', TEXTS),
    },
    ['name', 'display'],
  );
}
