import { key, object, type Shape } from '../shape';
import { WHERE } from './places';
import { CONFIGURATION, COUNT, listOf, MODULE, PATH, path, TEXT, TEXTS } from './words';

const KEPT = object(
  'key',
  {
    by: key('The path of a call that keeps values.', TEXT),
    name: key('The argument that names the value; absent where the names lead into an object.', COUNT),
    value: key('The argument that is the value, or the object.', COUNT),
    separator: key('What stands between names that lead into the object.', TEXT),
    within: key('Where the value lies in what the names lead to.', TEXTS),
    isFallback: key('It stands in where nothing else is configured.', { kind: 'choice', of: [true] }),
  },
  ['by', 'value'],
);

const SCHEMA_DEFAULTS = object(
  'key',
  {
    by: key('The functions and methods of which one lists the members.', TEXTS),
    lists: key('Its argument that does.', COUNT),
    within: key('Where in the argument the members are listed.', TEXTS),
    handed: key('The argument that is the schema, of a call that does not stand at its end.', COUNT),
    defaults: key('What stands in for a member that nobody gave.', {
      kind: 'forms',
      of: {
        method: object('key', { method: key('A method whose first argument stands in for a member.', TEXT) }, [
          'method',
        ]),
        option: object('key', { option: key('An option of what describes a member, which stands in for it.', TEXT) }, [
          'option',
        ]),
      },
    }),
  },
  ['by', 'lists', 'defaults'],
);

const KEYS = {
  keys: key('The argument that names members, alone or in a list.', COUNT),
  isRest: key('And those after it.', { kind: 'choice', of: [true] }),
} as const;

const AT = {
  at: key('The argument that is a path: a list of names, or a text.', COUNT),
  separator: key('What stands between the names in a text.', TEXT),
} as const;

/** What puts objects together, takes parts of them, or reads them. */
const OBJECT_MAKING = {
  merged: object(
    'key',
    {
      merged: key('All arguments, put together.', { kind: 'choice', of: ['last-wins', 'first-wins'] }),
      isDeep: key('So are the objects inside of them.', { kind: 'choice', of: [true] }),
      least: key('Called with fewer arguments, it gives a function that waits for the others.', COUNT),
    },
    ['merged'],
  ),
  picked: object('key', { picked: key('The argument of which it has only some members.', COUNT), ...KEYS }, [
    'picked',
    'keys',
  ]),
  omitted: object('key', { omitted: key('The argument of which it lacks some members.', COUNT), ...KEYS }, [
    'omitted',
    'keys',
  ]),
  member: object(
    'key',
    {
      member: key('The argument of which it is a member.', COUNT),
      ...AT,
      otherwise: key('The argument that stands in where there is none.', COUNT),
    },
    ['member', 'at'],
  ),
  changed: object(
    'key',
    {
      changed: key('The argument that it is, but for a member.', COUNT),
      ...AT,
      value: key('The argument that is the value of the member.', COUNT),
    },
    ['changed', 'at', 'value'],
  ),
  given: object(
    'key',
    {
      given: key('The argument that it is, where there is one.', COUNT),
      otherwise: key('The argument that stands in where there is none.', COUNT),
    },
    ['given', 'otherwise'],
  ),
} as const;

const RESULT: Shape = {
  kind: 'forms',
  or: 'credential',
  of: {
    environment: object(
      'key',
      {
        environment: key('The argument that names a variable of the environment.', COUNT),
        fallback: key('The argument that stands in for it.', COUNT),
        isOffered: key('What code offers to the library is asked first.', { kind: 'choice', of: [true] }),
        reported: key('Paths of it that are reported where they are offered.', TEXTS),
      },
      ['environment'],
    ),
    offered: object('key', { offered: key('The argument that names what code offers to the library.', COUNT) }, [
      'offered',
    ]),
    returned: object('key', { returned: key('The argument: it is what that function returns.', COUNT) }, ['returned']),
    reducer: object(
      'key',
      { reducer: key('The argument that is a reducer: it is a state, and what calls the reducer with it.', COUNT) },
      ['reducer'],
    ),
    returnedBy: object(
      'key',
      {
        returnedBy: key('The argument of the call which made the receiver: it is what that function returns.', COUNT),
        path: PATH,
      },
      ['returnedBy'],
    ),
    partial: object(
      'key',
      { partial: key('The argument that is a function: it is given the arguments after it, before others.', COUNT) },
      ['partial'],
    ),
    ...OBJECT_MAKING,
    instance: object('key', { instance: key('The argument that is the class.', COUNT) }, ['instance']),
    same: object(
      'key',
      {
        same: key('The argument that it is.', COUNT),
        isOptional: key('Without it, the call gives nothing.', { kind: 'choice', of: [true] }),
      },
      ['same'],
    ),
    key: object(
      'key',
      {
        key: key('The type of the key.', { kind: 'choice', of: ['secret', 'asymmetric'] }),
        form: key('One key, a set of them that is remote or at hand, or the key that the token itself brings.', {
          kind: 'choice',
          of: ['set', 'local-set', 'single', 'embedded'],
        }),
      },
      ['key', 'form'],
    ),
    nothing: object('key', { nothing: key('It says that there is no value.', { kind: 'choice', of: [true] }) }, [
      'nothing',
    ]),
    identifier: object(
      'key',
      { identifier: key('It names a device or an app, and no user.', { kind: 'choice', of: [true] }) },
      ['identifier'],
    ),
    configured: object(
      'key',
      { configured: key('The files that say what stands at the path that the first argument is.', CONFIGURATION) },
      ['configured'],
    ),
    schema: object(
      'key',
      { schema: key('Where a schema says what the members are that nobody gave.', SCHEMA_DEFAULTS) },
      ['schema'],
    ),
    date: object(
      'key',
      {
        date: key('The argument that is the date; now where there is none.', COUNT),
        later: key('The argument by whose steps, or units, it is later.', COUNT),
        milliseconds: key('How long a step is.', COUNT),
        isSeconds: key('It is told in seconds since 1970.', { kind: 'choice', of: [true] }),
      },
      ['date'],
    ),
    milliseconds: object(
      'key',
      { milliseconds: key('The argument that is a text, of which it says the milliseconds: "14d".', COUNT) },
      ['milliseconds'],
    ),
    record: object(
      'key',
      {
        record: key('All columns of a row of a database, as an object or as a document that may hide some.', {
          kind: 'choice',
          of: ['plain', 'document'],
        }),
        selectedBy: key('The places at which columns are selected.', listOf(WHERE)),
      },
      ['record', 'selectedBy'],
    ),
    members: object(
      'key',
      { members: key('Its members are what code assigns to them.', { kind: 'choice', of: ['assigned'] }) },
      ['members'],
    ),
    text: object('key', { text: key('The text that everybody can read in the library.', TEXT) }, ['text']),
    kept: object('key', { kept: key('The calls that keep what is asked for by the first argument.', listOf(KEPT)) }, [
      'kept',
    ]),
    digest: object(
      'key',
      { digest: key('Whether only who knows a key can compute it.', { kind: 'choice', of: ['keyed', 'plain'] }) },
      ['digest'],
    ),
    argument: object('key', { argument: key('The argument that it carries on.', COUNT), path: PATH }, ['argument']),
  },
};

/** A call, and what it gives. */
export const RESULT_AT = object('key', { path: path(), in: MODULE, is: key('What it is.', RESULT) }, ['path', 'is']);

/** A call that draws a value. */
export const DRAW = object(
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
);
