import { key, object, type Shape } from '../shape';
import { COUNT, HANDLED, MODULE, path, TEXT, TEXTS } from './words';

/** A type that values have without an import in sight. */
export const TYPE = object(
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

/** A call or a member that gives a described type. */
export const GIFT = object('key', { path: path(), in: MODULE, type: key('The type.', TEXT) }, ['path', 'type']);

/** Functions that get described types. */
export const HANDLER: Shape = {
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
};
