import type { EmittedKind } from '../../../../rules';
import { type AnyAttributeShape, FACTS, type FactShapes } from '../factShapes';
import { type Key, key, type ObjectShape, object, type Shape } from '../shape';
import { WHERE, WHERES } from './places';
import { TRIGGER } from './triggers';
import { listOf, TEXT, TEXTS } from './words';

const PATHS: Shape = { kind: 'list', of: TEXTS };

/** The shapes of emissions, by the kinds of facts. */
export function emissionShapes(): Readonly<Record<string, ObjectShape>> {
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
      stateOf: key('A reducer stands here: there is a fact if a member of its state is named for a token, and kept.', {
        kind: 'forms',
        of: {
          reducer: object(
            'key',
            {
              reducer: key('The place of the reducer.', WHERE),
              inMembers: key(
                'It is no reducer, but an object that holds its first state, and parts of the same kind.',
                object('key', { state: key('The member that is the state.', TEXT), parts: key('The parts.', TEXT) }, [
                  'state',
                  'parts',
                ]),
              ),
              holds: key('It is the state itself, or an object of reducers.', {
                kind: 'choice',
                of: ['state', 'reducers'],
              }),
              only: key('Where the names of the members stand that are kept.', listOf(WHERE)),
              except: key('Where the names of the members stand that are not kept.', listOf(WHERE)),
            },
            ['reducer', 'only', 'except'],
          ),
          named: object('key', { named: key('Where the members are named that are kept.', WHERE) }, ['named']),
        },
      }),
      lacks: key('A package: only in projects that do not depend on it.', TEXT),
      needs: key('A package: only in projects that depend on it.', TEXT),
      doesMore: key('It does more than the fact says: no edit may take it away.', { kind: 'choice', of: [true] }),
      securesByName: key('A name that starts with __Secure or __Host switches Secure on.', {
        kind: 'choice',
        of: [true],
      }),
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
    const handedTo = key('The function that gets them, which may check the token itself.', WHERE);
    const lookedAtBy = key('The request brings them; who calls one of these has them looked at.', TEXTS);
    return key('Where the claims are.', object('key', { claimsAt, handedTo, lookedAtBy }, ['claimsAt']));
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
    isCapitalised: key('Texts begin with a capital, and are refused otherwise.', { kind: 'choice', of: [true] }),
    spelled: key('Spellings other than the value itself, by their text.', { kind: 'map', of: setting }),
  };
  return key(`Where "${name}" is written.`, object('key', keys, ['where']));
}
