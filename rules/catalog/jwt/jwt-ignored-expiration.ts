import type { Policy } from '../../config';
import { acceptsExpired } from '../../facts/derive/expiredTokens';
import { assign, contextOf, omit } from '../../facts/edit';
import { findWitness, isCertainly } from '../../facts/judge';
import { lifetimeCode } from '../../facts/lifetime';
import type { FactOf, Setting } from '../../facts/schema';
import { CHOICE, type Fix } from '../../finding';
import { type Problem, rule, stepsTo } from '../rule';

type Verify = FactOf<'TokenVerify'>;

const BECAUSE = 'A token that leaked once, in a log or from a lost device, opens the account for ever.';
const HELP = 'Let the library check when the token ends, and renew sessions with a refresh token.';

export default rule({
  id: 'jwt-ignored-expiration',
  summary: 'A token is accepted outside of the time that it is valid for',
  severity: 'error',
  preset: 'recommended',
  cwe: [613],
  asvs: ['9.2.1'],
  standards: ['RFC 7519 §4.1.4'],
  securitySeverity: 7.5,
  on: ['TokenVerify'],

  check(verify, { settings: { policy }, file }) {
    if (verify.guarded) return undefined;
    return (
      checkExpiration(verify, file) ??
      checkSignatureOnly(verify) ??
      checkTolerance(verify, policy, file) ??
      checkNotBefore(verify, file)
    );
  },
});

function checkExpiration(verify: Verify, file: string): Problem | undefined {
  const { ignoresExpiration, verdict } = verify.attributes;
  const ignored = findWitness(ignoresExpiration, (value) => value);
  if (ignored === undefined || readsExpiry(verify)) return undefined;
  const isMeant = acceptsExpired(verify);
  return {
    at: ignoresExpiration.span,
    severity: isMeant ? 'information' : 'error',
    message: `\`${verify.display}\` accepts tokens that have expired${isMeant ? ', to learn whose they are' : ''}.`,
    because: BECAUSE,
    help: isMeant ? 'Read nothing but an identifier off such a token, and let it decide nothing.' : HELP,
    related: stepsTo(ignored.place, ignored.trail, ignoresExpiration.span, file, 'it is turned off here'),
    fixes: isMeant ? [] : omission('Check when the token ends', ignoresExpiration, verdict.constant === 'responds'),
  };
}

/** The signature alone is checked, of something that the file reads as a token of somebody. */
function checkSignatureOnly(verify: Verify): Problem | undefined {
  const { ignoresExpiration } = verify.attributes;
  if (!isCertainly(ignoresExpiration, (value) => value)) return undefined;
  if (findWitness(ignoresExpiration, (value) => value) !== undefined) return undefined;
  const claims = verify.use?.claimsRead ?? [];
  if (!claims.includes('sub') || claims.includes('exp')) return undefined;
  return {
    at: verify.calleeSpan,
    severity: 'warning',
    message: `\`${verify.display}\` checks the signature of the token, and not when it ends.`,
    because: BECAUSE,
    help: 'Verify it with the function that checks claims, or compare `exp` with the time.',
  };
}

function checkTolerance({ display, attributes }: Verify, policy: Policy, file: string): Problem | undefined {
  const { clockTolerance } = attributes;
  const isOver = (value: unknown): value is number => typeof value === 'number' && value > policy.maxClockTolerance;
  const found = findWitness(clockTolerance, isOver);
  if (found === undefined || !isOver(found.value)) return undefined;
  return {
    at: clockTolerance.span,
    severity: 'warning',
    message: `\`${display}\` accepts tokens for ${spoken(found.value)} after they have expired.`,
    because: 'Whoever holds a token that leaked can go on with it after its time.',
    help: 'Clocks of servers differ by seconds: allow a minute at most.',
    related: stepsTo(found.place, found.trail, clockTolerance.span, file, 'the tolerance is written here'),
    fixes: toleranceFixes(clockTolerance),
  };
}

function checkNotBefore({ display, attributes }: Verify, file: string): Problem | undefined {
  const { ignoresNotBefore } = attributes;
  const ignored = findWitness(ignoresNotBefore, (value) => value);
  if (ignored === undefined) return undefined;
  return {
    at: ignoresNotBefore.span,
    severity: 'warning',
    message: `\`${display}\` accepts tokens that are not valid yet.`,
    because: 'A token that was made for later works today, for whoever gets hold of it.',
    help: 'Let the library check `nbf`; a clock that is wrong is what the tolerance is for.',
    related: stepsTo(ignored.place, ignored.trail, ignoresNotBefore.span, file, 'it is turned off here'),
    fixes: omission('Check when the token starts', ignoresNotBefore, false),
  };
}

/** The code compares the claim by itself: what is handed on, or given to a handler, anywhere in the file. */
function readsExpiry({ use, attributes: { verdict } }: Verify): boolean {
  if (use === undefined) return false;
  const isElsewhere = use.isHandedOn || !['throws', 'rejects'].includes(verdict.constant);
  return use.parts.includes('exp') || (isElsewhere && use.claimsRead.includes('exp'));
}

function omission(title: string, setting: Setting<boolean>, isSafe: boolean): readonly Fix[] {
  const edits = setting.values.length === 1 ? omit(setting) : undefined;
  return edits === undefined ? [] : [{ title, safety: isSafe ? 'safe' : 'suggestion', edits }];
}

function toleranceFixes(setting: Setting<unknown>): readonly Fix[] {
  const context = contextOf(setting);
  const edits = assign({ setting, code: () => CHOICE });
  if (context?.unit === undefined || edits === undefined || setting.values.length !== 1) return [];
  const { unit, quote } = context;
  return [
    {
      title: 'Allow less',
      safety: 'suggestion',
      edits,
      choices: [30, 60].map((seconds) => lifetimeCode(seconds, unit, quote)),
    },
  ];
}

function spoken(seconds: number): string {
  if (seconds >= 7200) return `${Math.floor(seconds / 3600)} hours`;
  return seconds >= 120 ? `${Math.floor(seconds / 60)} minutes` : `${seconds} seconds`;
}
