import type { Emission, Where } from '../models/model';
import type { ClaimsSlot, FlowSlot, Slot } from '../models/shape/slots';
import type { Possible } from '../resolve/evaluate/value';
import { claimsAt } from './around/claimUses';
import { keptStates } from './kept/reducerStates';
import type { Knowledge } from './knowledge';
import type { FactSchema, Flow, Setting } from './schema';
import type { Payload } from './schema/flows';
import type { Constant } from './schema/settings';
import { reportedSpan, type Site } from './site';
import { claimsOf } from './values/claims';
import { cookieAttributes, textsOf } from './values/cookieText';
import { leavesOf } from './values/flow';
import { READERS } from './values/readers';
import { isAbsent, settingAt, spanAt, valuesAt } from './values/settings';
import { isUserIdentifier, termsAt } from './values/terms';
import { withTokenAlgorithm } from './values/tokenAlgorithm';
import { signedInKey } from './workspace/sentParts';

type Attributes = FactSchema[Emission['emits']];

/** The attributes of what a site does: one set, or one for each Set-Cookie text. */
export function attributesOf(emission: Emission, site: Site, knowledge: Knowledge): readonly Attributes[] {
  if (emission.emits === 'ClientStore' && emission.stateOf !== undefined) return keptStates(emission, site, knowledge);
  if (emission.cookieText === undefined) return [securedByName(emission, attributesAt(emission, site, knowledge))];
  if (emission.emits !== 'CookieWrite') return [];
  const by = emission.slots.by.constant;
  return textsOf(valuesAt(emission.cookieText, site), site).flatMap((text) => {
    const attributes = cookieAttributes(text, by, site, knowledge);
    return attributes === undefined ? [] : [attributes];
  });
}

const SECURE_NAME = /^__(?:Secure|Host)/;

/** Where the name of a cookie may switch Secure on, what is written of it says nothing. */
function securedByName({ emits, securesByName }: Emission, attributes: Attributes): Attributes {
  if (emits !== 'CookieWrite' || securesByName !== true) return attributes;
  const cookie = attributes as FactSchema['CookieWrite'];
  if (!cookie.name.values.some(({ value }) => SECURE_NAME.test(value))) return attributes;
  return { ...cookie, secure: { ...cookie.secure, values: [], complete: false } };
}

function attributesAt(emission: Emission, site: Site, knowledge: Knowledge): Attributes {
  const attributes: Record<string, unknown> = {};
  for (const [name, slot] of Object.entries<Slot<unknown> | FlowSlot | Constant<unknown> | ClaimsSlot>(
    emission.slots,
  )) {
    if ('constant' in slot) {
      attributes[name] = slot;
      continue;
    }
    if ('claimsAt' in slot) {
      attributes[name] = claimsAt(slot, site);
      continue;
    }
    const reader = isFlowName(name, emission.emits) ? undefined : READERS[name as keyof typeof READERS];
    attributes[name] =
      reader !== undefined
        ? settingAt(slot, reader, site, knowledge)
        : name === 'payload'
          ? payloadAt(slot, site, knowledge)
          : flowAt(slot.where, site, knowledge);
  }
  if (emission.emits === 'TokenVerify') {
    const { algorithms } = attributes as unknown as FactSchema['TokenVerify'];
    const { where } = (emission.slots as { readonly algorithms: Slot<unknown> }).algorithms;
    attributes.algorithms = withTokenAlgorithm(algorithms, where, site);
  }
  if (emission.emits === 'ClientStore') {
    const { key, value } = attributes as unknown as FactSchema['ClientStore'];
    attributes.value = withPartsKept(value, key, site);
  }
  // The one place where models become facts: the mapped types of both sides say that they fit.
  return attributes as unknown as Attributes;
}

/** A value off which code reads something where it gets it from the store. */
function withPartsKept(value: Flow, key: Setting<string>, { evaluator }: Site): Flow {
  const { partsKept } = evaluator.world;
  const others = (): readonly string[] =>
    key.values.flatMap((one) => {
      const signedIn = signedInKey(one.value);
      return [...partsKept(one.value), ...(signedIn === undefined ? [] : partsKept(signedIn))];
    });
  const leaves = value.leaves.map(({ origin, ...leaf }) =>
    origin.kind === 'unknown' && !leaf.isMember && !saysOneThing(leaf.names[0] ?? '')
      ? { ...leaf, origin: { ...origin, parts: () => origin.parts(others()) } }
      : { ...leaf, origin },
  );
  return { ...value, leaves };
}

/** What people keep of somebody alone: it has no members. */
const ONE_THING = new Set(['id', '_id', 'uid', 'name', 'username', 'email', 'role', 'avatar', 'phone']);

function saysOneThing(name: string): boolean {
  return ONE_THING.has(name.toLowerCase());
}

/** `key` is a setting of what keeps things, and a flow of a signature. */
function isFlowName(name: string, kind: Emission['emits']): boolean {
  return name === 'key' && kind !== 'ClientStore' && kind !== 'ClientRead';
}

function flowAt(wheres: readonly Where[], site: Site, knowledge: Knowledge): Flow {
  const { evaluator } = site;
  for (const where of wheres) {
    const terms = termsAt(where, site);
    const [first] = terms ?? [];
    if (terms === undefined || first === undefined) continue;
    if (wheres.length > 1 && isAbsent(valuesAt(where, site))) continue;
    const flows = terms.map(({ term, frame }) => leavesOf(term, frame, evaluator, knowledge));
    return {
      span: isOption(where) ? (spanAt(where, site) ?? site.calleeSpan) : reportedSpan(first.term, first.frame, site),
      isText: terms.some(({ term, frame }) => evaluator.evaluate(term, frame).possible.some(isTextValue)),
      leaves: flows.flatMap(({ leaves }) => leaves),
      complete: flows.every(({ complete }) => complete),
      isRegistered: where.from === 'registration',
    };
  }
  return { span: site.calleeSpan, leaves: [], complete: false, isText: false, isRegistered: false };
}

function payloadAt({ where, isEncrypted }: FlowSlot, site: Site, knowledge: Knowledge): Payload {
  const terms = where.flatMap((one) => termsAt(one, site) ?? []);
  const claims = terms.flatMap(({ term, frame }) => claimsOf(term, frame, site.evaluator, knowledge));
  const flow = flowAt(where, site, knowledge);
  const isText = flow.isText || terms.some(({ term }) => isUserIdentifier(term));
  return { ...flow, isText, claims, isEncrypted: isEncrypted === true };
}

function isOption(where: Where): boolean {
  return 'path' in where && where.path.length > 0;
}

function isTextValue({ value }: Possible): boolean {
  if (value.kind === 'literal') return typeof value.value === 'string';
  return value.kind === 'text' || (value.kind === 'api' && value.path === 'JSON.stringify()');
}
