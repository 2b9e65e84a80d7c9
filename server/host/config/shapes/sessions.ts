import { key, object } from '../shape';
import { TEXT, TEXTS } from './words';

/** What a library does to the session of a request. */
export const SESSION = object(
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
);
