import { wordSet, wordsOf } from '../../text/words';
import type { Fact, FactOf } from '../schema';
import { isSameCall } from './sameCall';

/** What cookies and stores are called that only remember how a page looks. */
const INTERFACE_WORDS = wordSet(
  'theme themes dark darkmode scheme appearance locale locales lang language languages i18n toast toasts flash sidebar layout ' +
    'preference preferences prefs consent banner',
);

/** Whether a secret protects a cookie that only remembers how the page looks: its theme, its language, a message. */
export function holdsInterfaceState(secret: FactOf<'SecretUse'>, facts: readonly Fact[]): boolean {
  const cookies = facts.filter(
    (fact): fact is FactOf<'CookieWrite'> => fact.kind === 'CookieWrite' && isSameCall(fact, secret),
  );
  return cookies.length > 0 && cookies.every((cookie) => namesOf(cookie).some(saysInterface));
}

/** A cookie's own name, else those of what keeps it. */
function namesOf({ attributes: { name }, around }: FactOf<'CookieWrite'>): readonly string[] {
  const written = name.values.filter(({ source }) => source === 'written').map(({ value }) => value);
  return written.length > 0 ? written : around.slice(0, 1);
}

function saysInterface(name: string): boolean {
  return wordsOf(name).some((word) => INTERFACE_WORDS.has(word));
}
