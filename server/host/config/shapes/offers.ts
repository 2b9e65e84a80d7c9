import { key, object } from '../shape';
import { COUNT, PATH, TEXT } from './words';

/** A call by which code offers something to a library. */
export const OFFER = object(
  'key',
  {
    by: key('The path of the call; provide: an object that says what to provide.', TEXT),
    name: key(
      'The argument that is the name, that of the call of which this is a method, what it is a method of, or itself.',
      {
        kind: 'either',
        of: [{ kind: 'count' }, { kind: 'choice', of: ['receiver', 'owner', 'itself'] }],
      },
    ),
    value: key('The argument that is offered.', COUNT),
    path: PATH,
    isList: key('It is a list of these.', { kind: 'choice', of: [true] }),
    is: key('What is given: the value, an instance of the class, or what the function returns.', {
      kind: 'choice',
      of: ['value', 'instance', 'returned'],
    }),
  },
  ['by', 'value', 'is'],
);

/** Methods that call functions of what code offers, by their names. */
export const NAMED_CALLS = object(
  'key',
  {
    by: key('The methods, each with the member that holds the functions which it calls.', { kind: 'map', of: TEXT }),
    parts: key('The member that holds parts of the same kind, by their names.', TEXT),
    isPrefixed: key('The member by which a part says that its functions bear its name before theirs.', TEXT),
    separator: key('What stands between these names.', TEXT),
  },
  ['by', 'parts', 'isPrefixed', 'separator'],
);

/** Where the functions stand that are members of what a library makes. */
export const MEMBERS = object(
  'key',
  {
    argument: key('The argument of the call that made it.', COUNT),
    path: PATH,
    isReturned: key('They are in what the function returns that stands there.', { kind: 'choice', of: [true] }),
    takesPayload: key('What they are called with is the payload of an action.', { kind: 'choice', of: [true] }),
  },
  ['argument'],
);
