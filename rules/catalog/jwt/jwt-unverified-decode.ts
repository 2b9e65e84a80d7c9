import { type Decision, decisionsOf, isRouting } from '../../facts/derive/decision';
import { isCertainly } from '../../facts/judge';
import type { FactOf } from '../../facts/schema';
import { wordsOf } from '../../text/words';
import { type Problem, rule } from '../rule';

export default rule({
  id: 'jwt-unverified-decode',
  summary: 'A server decides by the claims of a token whose signature nobody checks',
  severity: 'error',
  preset: 'recommended',
  cwe: [345],
  asvs: ['9.1.1'],
  standards: ['RFC 8725 §3.3'],
  securitySeverity: 9.1,
  on: ['TokenDecode'],

  check(decode, { shows, settings, isGuardedElsewhere }) {
    if (isAnswered(decode)) return settings.preset === 'strict' ? checkAnswered(decode) : undefined;
    const isSession = isCertainly(decode.attributes.reads, (part) => part === 'session');
    // What reads a session off a request runs on a server, whatever its file shows.
    if (decode.guarded || !(isSession || decode.runtime === 'server') || !mayBeForged(decode)) return undefined;
    if (isSession && shows('session-check') !== false) return undefined;
    const [decision] = decisionsOf(decode);
    const isSwitchedOff = isCertainly(decode.attributes.reads, (part) => part === 'unchecked');
    if (decision === undefined && !(isSwitchedOff && readsFromRequest(decode))) return undefined;
    if (isGuardedElsewhere(decode)) return undefined;
    const does = isSwitchedOff
      ? 'is told not to check the signature'
      : `reads the ${isSession ? 'session off a cookie' : 'token'} and checks nothing`;
    return {
      at: decode.calleeSpan,
      message: `\`${decode.display}\` ${does}${decision === undefined ? '' : `, and ${spokenDecision(decision, isSession)}`}.`,
      because: isSession
        ? 'Anyone can write a cookie with the session that they like: only the signature of its token tells theirs from yours.'
        : 'Anyone can write a token with the claims that they like: only the signature tells theirs from yours.',
      help: isSession
        ? 'Ask the service who the user is, or verify the token of the session, and use what that gives.'
        : 'Verify the token with the key of its issuer, and use the claims that the verification gives.',
      fixes:
        decode.replacement === undefined
          ? []
          : [{ title: 'Verify the token as elsewhere in the file', safety: 'suggestion', edits: decode.replacement }],
    };
  },
});

/** An ID token that this code has just been given by whom it asked. */
function isAnswered({ attributes: { token, claims } }: FactOf<'TokenDecode'>): boolean {
  const isIdToken = token.leaves.some(({ names }) =>
    names.some((name) => wordsOf(name).join(' ').endsWith('id token')),
  );
  return isIdToken && claims.source === 'other';
}

/** OpenID Connect lets the connection to the provider stand in for the signature: what is left is worth a look. */
function checkAnswered(decode: FactOf<'TokenDecode'>): Problem | undefined {
  const [decision] = decisionsOf(decode);
  const { isTrusted } = decode.attributes.claims;
  if (decode.guarded || decode.runtime !== 'server' || isTrusted || decision === undefined) return undefined;
  return {
    at: decode.calleeSpan,
    severity: 'information',
    message: `\`${decode.display}\` reads the ID token that a provider has answered with and checks nothing, and ${spokenDecision(decision, false)}.`,
    because:
      'Whoever gets between the server and the provider, by a proxy or an unchecked certificate, can sign in as anybody.',
    help: 'Verify the token with the keys that the provider publishes.',
  };
}

/** The request brings the token, and more of it is read than what says where it belongs and when it ends. */
function readsFromRequest({ attributes: { claims } }: FactOf<'TokenDecode'>): boolean {
  return (
    claims.source === 'request' && (claims.uses.length === 0 || claims.uses.some(({ claim }) => !isRouting(claim)))
  );
}

/** The token comes from outside, and nothing around may have checked it. */
function mayBeForged({ attributes: { token, reads, claims } }: FactOf<'TokenDecode'>): boolean {
  if (claims.isTrusted || claims.source === 'other') return false;
  if (isCertainly(reads, (part) => part === 'header')) return false;
  // A token that this code has just made is what it says, and so is one that is written here: `?? ''` is neither.
  const kinds = new Set(token.leaves.map(({ origin }) => origin.kind));
  return !kinds.has('credential') && !(kinds.has('literal') && kinds.size === 1);
}

function spokenDecision({ claim, kind }: Decision, isSession: boolean): string {
  const name = claim === undefined ? 'what it says' : `\`${claim}\``;
  switch (kind) {
    case 'identity':
      return `${name} becomes who the request is from`;
    case 'access':
      return `${isSession && claim === undefined ? 'whether there is one' : name} decides what is allowed`;
    case 'lookup':
      return `${name} decides whose data is used`;
    case 'vouched':
      return `${name} is given on as if it was checked`;
  }
}
