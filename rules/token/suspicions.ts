import { wordSet } from '../text/words';
import { isJsonObject, type JsonObject } from './json';
import { isSecretClaim } from './secretClaims';

// Names are compared in lower case, without `_`, `-` and a namespace.
const ROLE_CLAIMS = wordSet('role roles userrole group groups scope scopes scp permissions authorities entitlements');
const ADMIN_FLAGS = wordSet('admin isadmin superuser issuperuser superadmin issuperadmin root isroot');
const PRIVILEGED_ROLES = wordSet(
  'admin admins administrator administrators domainadmins globaladmin realmadmin root servicerole superadmin superuser ' +
    'sysadmin systemadmin',
);
// Beside those that the rule on the claims of a signed token knows: here their values are seen.
const SECRET_CLAIMS = wordSet('apikey clientsecret pin secret');
const PERSONAL_CLAIMS = wordSet(
  'address birthdate birthday dateofbirth dob email familyname firstname fullname gender givenname iban ipaddress ' +
    'lastname middlename mobile name nationalid passport passportnumber phone phonenumber street streetaddress',
);

const EMAIL = /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$/;
const MAX_DEPTH = 3;
const MAX_MEMBERS = 1000;
const MAX_LENGTH = 40;

/** The first role in the claims that stands above ordinary users, in letters, digits, `_` and `-`. */
export function findPrivilegedRole(claims: JsonObject): string | undefined {
  for (const { name, value } of members(claims)) {
    if (value === true && ADMIN_FLAGS.has(name)) return 'admin';
    const roles = ROLE_CLAIMS.has(name) ? toStrings(value) : [];
    const found = roles.find((role) => isPrivileged(role));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names of claims that look like secrets: letters, digits, `_` and `-`. */
export function findSecretClaims(claims: JsonObject): readonly string[] {
  return named(
    claims,
    (name, value, key) => typeof value !== 'boolean' && (SECRET_CLAIMS.has(name) || isSecretClaim(key)),
  );
}

/** The names of claims that look like they tell who a person is: letters, digits, `_` and `-`. */
export function findPersonalClaims(claims: JsonObject): readonly string[] {
  return named(claims, (name, value) => PERSONAL_CLAIMS.has(name) || (typeof value === 'string' && EMAIL.test(value)));
}

interface Member {
  readonly name: string;
  readonly key: string;
  readonly value: unknown;
}

function named(claims: JsonObject, isMeant: (name: string, value: unknown, key: string) => boolean): readonly string[] {
  const printable = members(claims).filter(({ key }) => key.length <= MAX_LENGTH && /^[\w-]+$/.test(key));
  const found = printable.filter(({ name, key, value }) => value !== '' && value !== null && isMeant(name, value, key));
  return [...new Set(found.map(({ key }) => key))];
}

function members(claims: JsonObject): readonly Member[] {
  const found: Member[] = [];
  let level: readonly JsonObject[] = [claims];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const below: JsonObject[] = [];
    for (const [key, value] of level.flatMap((object) => Object.entries(object))) {
      if (found.length === MAX_MEMBERS) return found;
      found.push({ name: normalize(key.slice(Math.max(key.lastIndexOf('/'), key.lastIndexOf(':')) + 1)), key, value });
      if (isJsonObject(value)) below.push(value);
    }
    level = below;
  }
  return found;
}

function isPrivileged(role: string): boolean {
  return role.length <= MAX_LENGTH && PRIVILEGED_ROLES.has(normalize(role).replace(/^role/, ''));
}

function normalize(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, '');
}

function toStrings(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
