import { key, object } from '../shape';
import { KEPT_AREA } from './places';
import { COUNT, listOf, MODULE, path, TEXT, TEXTS } from './words';

/** What stands for a storage. */
export const STORAGE = object(
  'key',
  {
    path: path(),
    in: MODULE,
    area: KEPT_AREA,
    around: key('The argument that is the storage it wraps.', COUNT),
    option: key(
      'The argument holds it as the first of these members, if none of the others is there.',
      object('key', { names: key('The members.', TEXTS), absent: key('The others.', TEXTS) }, ['names', 'absent']),
    ),
    named: key('The text that its first argument has to be.', TEXT),
  },
  ['path', 'area'],
);

/** What keeps the same safely. */
export const SAFER_STORE = object(
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
);

/** What makes a reducer. */
export const REDUCER = object(
  'key',
  {
    path: path(),
    in: MODULE,
    argument: key('The argument that says it.', COUNT),
    member: key('Its member that does.', TEXT),
    holds: key('What stands there.', { kind: 'choice', of: ['state', 'reducers'] }),
  },
  ['path', 'argument', 'holds'],
);
