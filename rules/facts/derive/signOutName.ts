import { wordSet, wordsOf } from '../../text/words';

/** Words of what stands around a sign-out: `logoutUrl`, `onLogoutSuccess`. */
const OTHER = wordSet('url redirect button success error failed all others everywhere backchannel frontchannel');

/** Whether a name, or the path of a route, is that of what signs somebody out. */
export function isSignOutName(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => OTHER.has(word))) return false;
  return / (?:logout|signout|log out|sign out) /.test(` ${words.join(' ')} `);
}

/** What a cookie of that name opens: a session, or the issuing of new tokens. */
export function recordOpenedBy(cookie: string): 'session' | 'refresh-token' | undefined {
  const words = wordsOf(cookie);
  const last = words[words.length - 1] ?? '';
  if (/ refresh ?token /.test(` ${words.join(' ')} `)) return 'refresh-token';
  if (['sid', 'sess', 'session', 'sessionid', 'sessid'].includes(last)) return 'session';
  return words.slice(-2).join(' ') === 'session id' ? 'session' : undefined;
}
