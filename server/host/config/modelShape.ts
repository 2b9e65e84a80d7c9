import type { EmittedKind } from '../../../rules';
import { type AnyAttributeShape, AREAS, FACTS, type FactShapes } from './factShapes';
import { type Key, key, type ObjectShape, object, type Shape, variants } from './shape';

const TEXT: Shape = { kind: 'text' };
const TEXTS: Shape = { kind: 'texts' };
const COUNT: Shape = { kind: 'count' };
const PATHS: Shape = { kind: 'list', of: TEXTS };

const KINDS = ['absent', 'undefined', 'literal', 'object', 'function', 'described'] as const;

const UNIT = key(
  'What a number, or a text, means as a time.',
  object(
    'key',
    {
      number: key('What a number counts.', {
        kind: 'choice',
        of: ['seconds', 'milliseconds', 'days', 'epoch-seconds', 'epoch-milliseconds', 'invalid'],
      }),
      text: key('How a text is read.', { kind: 'choice', of: ['ms', 'jose', 'invalid'] }),
    },
    ['number', 'text'],
  ),
);
const INDEX = key('Which argument, counted from 0.', COUNT);
const PATH = key('The properties that lead to it; none for the argument itself.', TEXTS);
const MODULE = key('The module whose API the path names, where that is another one.', TEXT);

const CONFIGURATION = object(
  'key',
  {
    files: key('Files of configuration by their paths in the project, without extension, the strongest first.', TEXTS),
    variables: key('The file that says which variables of the environment are stronger.', TEXT),
  },
  ['files'],
);
const READ_ONLY = key('What a fix writes does not fit here.', { kind: 'choice', of: [true] });

const PLACES = {
  argument: object('key', { index: INDEX, path: PATH, unit: UNIT, isReadOnly: READ_ONLY }, ['index', 'path']),
  chain: object(
    'key',
    { method: key('An earlier call of the same builder.', TEXT), index: INDEX, path: PATH, unit: UNIT },
    ['method', 'index', 'path'],
  ),
  factory: object(
    'key',
    {
      index: INDEX,
      factory: key('The properties that lead to the function.', TEXTS),
      path: PATH,
      unit: UNIT,
    },
    ['index', 'factory', 'path'],
  ),
  around: object(
    'key',
    { call: key('The call that the code stands in.', TEXT), in: MODULE, index: INDEX, path: PATH, unit: UNIT },
    ['call', 'in', 'index', 'path'],
  ),
  registration: object(
    'key',
    {
      path: PATH,
      unit: UNIT,
      isOptional: key('Nothing is written where nobody registers it.', { kind: 'choice', of: [true] }),
    },
    ['path'],
  ),
  configured: object('key', { in: key('The files.', CONFIGURATION), path: PATH, unit: UNIT }, ['in', 'path']),
  handing: object('key', { index: INDEX, path: PATH, unit: UNIT }, ['index', 'path']),
  beside: object('key', { member: key('The member that the same function assigns to.', TEXT), unit: UNIT }, ['member']),
  member: object('key', {}),
  opened: object('key', {}),
  assigned: object('key', { path: PATH }, ['path']),
  key: object('key', {}),
};
const FROM = 'Where it is written.';
const WHERE = variants('from', FROM, PLACES);
const WHERES = key('The places where it can be written: the first that is present counts.', listOf(WHERE));

const HANDLED = key('Types by parameter; empty for what no type describes.', TEXTS);
const ARGUMENTS = key('How many arguments the call has, at least and at most.', { kind: 'range' });
const KEPT_AREA = key('Where a storage keeps what it is given.', { kind: 'choice', of: [...AREAS, 'cookie'] });
const ABSENT = key('The places at which nothing is written.', listOf(WHERE));
const IS = object('key', { where: key('The argument.', WHERE), is: key('The texts, in any case.', TEXTS) }, [
  'where',
  'is',
]);
const CONDITIONS = {
  is: IS,
  area: object(
    'key',
    {
      storage: key('Where a storage is given: the first that is present counts.', listOf(WHERE)),
      area: KEPT_AREA,
      byDefault: key('It is that area without a storage, too.', { kind: 'boolean' }),
      absent: ABSENT,
      present: key('A place at which something other than false is written.', WHERE),
      only: key('Where the names of the members stand that are kept.', listOf(WHERE)),
      except: key('Where the names of the members stand that are not kept.', listOf(WHERE)),
    },
    ['storage', 'area'],
  ),
  kinds: object(
    'key',
    {
      where: key('The place.', WHERE),
      kinds: key('What stands there is certainly one of these.', listOf({ kind: 'choice', of: KINDS })),
      otherwise: key('Only if that is not certain.', { kind: 'boolean' }),
    },
    ['where', 'kinds'],
  ),
  part: object(
    'key',
    {
      where: key('The place.', WHERE),
      part: key('What stands there is certainly this part of a library, by its module and path.', TEXT),
    },
    ['where', 'part'],
  ),
  absent: object('key', { absent: ABSENT }, ['absent']),
};
const ALL = key(
  'What has to hold together.',
  listOf({ kind: 'forms', of: { is: CONDITIONS.is, kinds: CONDITIONS.kinds } }),
);
const WHEN = key('Only if this is certain of the call.', {
  kind: 'forms',
  of: { ...CONDITIONS, all: object('key', { all: ALL }, ['all']) },
});
const UNLESS = key('Not if an argument is, or may be, one of these texts.', IS);
const TRIGGER: Shape = {
  kind: 'forms',
  of: {
    call: object(
      'key',
      {
        call: key('The path of the call.', TEXT),
        in: MODULE,
        arguments: ARGUMENTS,
        when: WHEN,
        unless: UNLESS,
        listed: key('The place of a list: each of its elements is a call, with itself as the first argument.', WHERE),
        opens: key('Only if the first argument is a part of a token.', { kind: 'choice', of: ['token'] }),
        answers: key('An object that answers a request is such a call: where its cookies stand.', {
          kind: 'choice',
          of: ['header', 'list', 'element'],
        }),
      },
      ['call'],
    ),
    method: object(
      'key',
      {
        method: key('The name of a method of anything.', TEXT),
        of: key('The name of the method that gives what it is a method of.', TEXT),
        arguments: ARGUMENTS,
        when: WHEN,
      },
      ['method'],
    ),
    handed: object(
      'key',
      {
        handed: key('The part of the library that is handed over.', TEXT),
        to: key('The method that it is handed to.', TEXT),
        under: key('The property of the first argument that holds it; absent where it is the argument.', TEXT),
        arguments: ARGUMENTS,
      },
      ['handed', 'to'],
    ),
    assign: object('key', { assign: key('The path of what is assigned to.', TEXT), in: MODULE, when: WHEN }, [
      'assign',
    ]),
  },
};

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

const RESULT: Shape = {
  kind: 'forms',
  or: 'credential',
  of: {
    environment: object(
      'key',
      {
        environment: key('The argument that names a variable of the environment.', COUNT),
        fallback: key('The argument that stands in for it.', COUNT),
      },
      ['environment', 'fallback'],
    ),
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
      registrations: key(
        'Where the library is registered with its framework.',
        listOf(
          object(
            'key',
            {
              at: key('What the code does.', TRIGGER),
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
      name: key('With its leading #.', TEXT),
      display: key('What findings call a value of it.', TEXT),
      annotations: key('Names by which annotations mean it.', TEXTS),
      fluent: key('Methods that return the value itself.', TEXTS),
      conventionalNames: key('What parameters that hold it are called.', TEXTS),
      conventionalMembers: key('What members of unknown parameters that hold it are called.', TEXTS),
    },
    ['name', 'display'],
  );
}

function emissionShapes(): Readonly<Record<string, ObjectShape>> {
  return Object.fromEntries(Object.entries(FACTS).map(([kind, attributes]) => [kind, emissionShape(attributes)]));
}

function emissionShape(attributes: FactShapes[EmittedKind]): ObjectShape {
  const entries = Object.entries(attributes as Readonly<Record<string, AnyAttributeShape>>);
  const slots = Object.fromEntries(entries.map(([name, attribute]) => [name, slotKey(name, attribute)]));
  return object(
    'key',
    {
      at: key('What the code does.', TRIGGER),
      cookieText: key('Where a Set-Cookie text stands that has the attributes.', WHERE),
      urlText: key('Where a URL stands: there is a fact for each parameter whose value is not known.', WHERE),
      since: key('The first release that behaves so.', { kind: 'version' }),
      until: key('The first release that does not any more.', { kind: 'version' }),
      stateOf: key(
        'A reducer stands here: there is a fact if a member of its state is named for a token, and kept.',
        object(
          'key',
          {
            reducer: key('The place of the reducer.', WHERE),
            only: key('Where the names of the members stand that are kept.', listOf(WHERE)),
            except: key('Where the names of the members stand that are not kept.', listOf(WHERE)),
          },
          ['reducer', 'only', 'except'],
        ),
      ),
      lacks: key('A package: only in projects that do not depend on it.', TEXT),
      needs: key('A package: only in projects that depend on it.', TEXT),
      doesMore: key('It does more than the fact says: no edit may take it away.', { kind: 'choice', of: [true] }),
      each: key('There is a fact for each argument, from the one on that the slots name.', {
        kind: 'choice',
        of: [true],
      }),
      slots: key('The attributes of the fact.', object('attribute', slots, Object.keys(slots))),
    },
    ['at', 'slots'],
  );
}

function slotKey(name: string, attribute: AnyAttributeShape): Key {
  if (attribute === 'flow') {
    const encryption =
      name === 'payload' ? { isEncrypted: key('It is encrypted.', { kind: 'choice', of: [true] }) } : {};
    return key(`Where "${name}" comes from.`, object('key', { where: WHERES, ...encryption }, ['where']));
  }
  if (attribute === 'claims') {
    const claimsAt = key('The paths at which they lie in the result; an empty one: they are the result.', PATHS);
    return key('Where the claims are.', object('key', { claimsAt }, ['claimsAt']));
  }
  if ('constant' in attribute) {
    const value = key('The value.', { kind: 'choice', of: attribute.constant });
    return key(`What "${name}" always is.`, object('key', { constant: value }, ['constant']));
  }
  const { setting } = attribute;
  const keys = {
    where: WHERES,
    default: key('What the library does when it is not written; absent: that is not known.', setting),
    whenUndefined: key('What a written undefined means where that is not the default.', setting),
    refusesUndefined: key('The library throws at a written undefined or null.', { kind: 'choice', of: [true] }),
    spelled: key('Spellings other than the value itself, by their text.', { kind: 'map', of: setting }),
  };
  return key(`Where "${name}" is written.`, object('key', keys, ['where']));
}

function path(): Key {
  return key('What code reaches from an import, or from a type: "sign", "#Response.cookie".', TEXT);
}

function listOf(of: Shape): Shape {
  return { kind: 'list', of };
}
