import { AREAS } from '../factShapes';
import { key, object, variants } from '../shape';
import { CONFIGURATION, INDEX, listOf, MODULE, PATH, TEXT, TEXTS } from './words';

const UNIT = key(
  'What a number, or a text, means as a time.',
  object(
    'key',
    {
      number: key('What a number counts.', {
        kind: 'choice',
        of: ['seconds', 'milliseconds', 'minutes', 'days', 'epoch-seconds', 'epoch-milliseconds', 'invalid'],
      }),
      text: key('How a text is read.', { kind: 'choice', of: ['ms', 'jose', 'invalid'] }),
    },
    ['number', 'text'],
  ),
);

const READ_ONLY = key('What a fix writes does not fit here.', { kind: 'choice', of: [true] });

export const PLACES = {
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
    {
      call: key('The call that the code stands in.', TEXT),
      in: MODULE,
      isOnly: key("Else the file's only such call.", { kind: 'choice', of: [true] }),
      index: INDEX,
      path: PATH,
      unit: UNIT,
    },
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
  decorated: object('key', {}),
  variable: object('key', {}),
  opened: object('key', {}),
  assigned: object('key', { path: PATH, unit: UNIT }, ['path']),
  key: object('key', {}),
};
export const FROM = 'Where it is written.';
export const WHERE = variants('from', FROM, PLACES);
export const WHERES = key('The places where it can be written: the first that is present counts.', listOf(WHERE));

export const KEPT_AREA = key('Where a storage keeps what it is given.', { kind: 'choice', of: [...AREAS, 'cookie'] });
export const ABSENT = key('The places at which nothing is written.', listOf(WHERE));
