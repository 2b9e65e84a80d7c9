import { key, object, variants } from '../shape';
import { FROM, PLACES } from './places';
import { TRIGGER } from './triggers';
import { HANDLED, TEXT, TEXTS } from './words';

/** Where a library is registered with its framework. */
export const REGISTRATION = object(
  'key',
  {
    at: key('What the code does.', TRIGGER),
    called: key('What code usually calls the function, where the package is the function itself.', TEXTS),
    isShared: key('Those of all files count.', { kind: 'choice', of: [true] }),
    options: key('The options.', variants('from', FROM, { argument: PLACES.argument, factory: PLACES.factory })),
  },
  ['at', 'options'],
);

/** A file that a framework finds by its name. */
export const FILE = object(
  'key',
  {
    file: key('Where it lies in the project, without its ending; * stands for any name.', TEXT),
    exports: key('The name that it exports it under; default for all of module.exports, too.', TEXT),
    parameters: HANDLED,
    call: key('The path of the call.', TEXT),
  },
  ['file', 'exports', 'call'],
);
