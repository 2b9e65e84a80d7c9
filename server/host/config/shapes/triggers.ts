import { key, object, type Shape } from '../shape';
import { ABSENT, KEPT_AREA, WHERE } from './places';
import { listOf, MODULE, TEXT, TEXTS } from './words';

const KINDS = [
  'absent',
  'undefined',
  'literal',
  'object',
  'function',
  'described',
  'nothing',
  'stringified',
  'truthy',
  'falsy',
] as const;

const ARGUMENTS = key('How many arguments the call has, at least and at most.', { kind: 'range' });

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
export const TRIGGER: Shape = {
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
        isChained: key('It is called in the same expression.', { kind: 'choice', of: [true] }),
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
