import type { Claims, Constant, EmittedKind, FactSchema, Setting } from '../../../rules';
import type { LeafShape } from './shape';

/** How a model says an attribute of a fact: once and for all, as a setting with these values, or as a value to follow. */
type AttributeShape<Attribute> =
  Attribute extends Constant<infer T>
    ? { readonly constant: readonly (T & (string | boolean))[] }
    : Attribute extends Setting<unknown>
      ? { readonly setting: LeafShape }
      : Attribute extends Claims
        ? 'claims'
        : 'flow';

/** How models say the facts that they emit, attribute by attribute. */
export type FactShapes = {
  readonly [K in EmittedKind]: { readonly [A in keyof FactSchema[K]]: AttributeShape<FactSchema[K][A]> };
};

export type AnyAttributeShape =
  | AttributeShape<Constant<string | boolean>>
  | AttributeShape<Setting<unknown>>
  | 'flow'
  | 'claims';

/** Where storages keep what they are given. */
export const AREAS = ['localStorage', 'sessionStorage', 'indexedDB', 'device'] as const;

/** A time in the unit that a model names, or that there is no end to it. */
const LIFETIME: LeafShape = {
  kind: 'either',
  of: [{ kind: 'number' }, { kind: 'choice', of: ['never', 'session'] }],
};

/** What models can say of each fact. */
export const FACTS: FactShapes = {
  CookieWrite: {
    by: { constant: ['server', 'script'] },
    name: { setting: { kind: 'text' } },
    value: 'flow',
    httpOnly: { setting: { kind: 'boolean' } },
    secure: { setting: { kind: 'choice', of: [true, false, 'auto'] } },
    sameSite: { setting: { kind: 'choice', of: ['strict', 'lax', 'none', 'auto', 'unset', 'invalid'] } },
    lifetime: { setting: LIFETIME },
    domain: { setting: { kind: 'text' } },
    path: { setting: { kind: 'text' } },
    prefix: { setting: { kind: 'choice', of: ['host', 'secure', 'none'] } },
    carriesSession: { constant: [true, false, 'named'] },
    secureByRequest: { constant: [true, false] },
    behindProxy: { constant: ['sent', 'dropped'] },
  },
  TokenSign: {
    key: 'flow',
    algorithm: { setting: { kind: 'text' } },
    signsNone: { constant: [true, false] },
    lifetime: { setting: LIFETIME },
    payload: 'flow',
    subject: 'flow',
  },
  TokenVerify: {
    key: 'flow',
    algorithms: { setting: { kind: 'either', of: [{ kind: 'texts' }, { kind: 'choice', of: ['any'] }] } },
    withoutAlgorithms: { constant: ['header', 'key-text', 'key-type', 'rejected'] },
    unsignedWithoutKey: {
      constant: ['accepted', 'accepted-if-none-is-listed', 'accepted-if-none-is-named', 'rejected'],
    },
    hmacWithPublicKey: { constant: ['accepted', 'rejected'] },
    keyOwner: { constant: ['caller', 'provider'] },
    verdict: { constant: ['throws', 'rejects', 'returns', 'resolves', 'responds', 'later'] },
    callback: 'flow',
    admitsAnonymous: { setting: { kind: 'boolean' } },
    ignoresExpiration: { setting: { kind: 'boolean' } },
    ignoresNotBefore: { setting: { kind: 'boolean' } },
    clockTolerance: { setting: LIFETIME },
    checksIssuer: { setting: { kind: 'boolean' } },
    checksAudience: { setting: { kind: 'boolean' } },
  },
  ClientStore: {
    area: { constant: AREAS },
    key: { setting: { kind: 'text' } },
    value: 'flow',
  },
  ClientRead: {
    area: { constant: ['localStorage', 'sessionStorage'] },
    key: { setting: { kind: 'text' } },
  },
  CookieRead: { name: { setting: { kind: 'text' } } },
  SecretUse: {
    purpose: { constant: ['session', 'token'] },
    value: 'flow',
  },
  SdkStorage: {
    storage: {
      setting: { kind: 'choice', of: ['localStorage', 'indexedDB', 'sessionStorage', 'cookie', 'memory'] },
    },
    persists: { setting: { kind: 'boolean' } },
    clientKey: 'flow',
    safer: { constant: ['memory', 'sessionStorage', 'session', 'window.sessionStorage', 'none'] },
  },
  SessionSetup: {
    store: { setting: { kind: 'choice', of: ['memory', 'given', 'sealed'] } },
    lifetime: { setting: LIFETIME },
  },
  UrlBuild: {
    use: { constant: ['navigation', 'redirect', 'socket', 'reader'] },
    parameter: { setting: { kind: 'text' } },
    value: 'flow',
  },
  LogWrite: {
    sink: { constant: ['console', 'logger'] },
    value: 'flow',
  },
  TokenDecode: {
    token: 'flow',
    reads: { setting: { kind: 'choice', of: ['claims', 'header', 'unchecked', 'session'] } },
    claims: 'claims',
  },
};
