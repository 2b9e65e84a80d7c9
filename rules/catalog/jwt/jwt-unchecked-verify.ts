import { findWitness } from '../../facts/judge';
import type { FactOf, Flow } from '../../facts/schema';
import type { Insertion, VerdictUse } from '../../facts/schema/uses';
import type { Fix } from '../../finding';
import type { Span } from '../../text/span';
import { type Problem, rule } from '../rule';

type Verify = FactOf<'TokenVerify'>;

export default rule({
  id: 'jwt-unchecked-verify',
  summary: 'A token is verified, and nobody looks at the verdict',
  severity: 'error',
  preset: 'recommended',
  cwe: [252, 347],
  asvs: ['9.1.1', '16.5.3'],
  standards: ['RFC 8725 §3.3'],
  securitySeverity: 9.1,
  on: ['TokenVerify'],

  check(verify, { settings, file }) {
    if (verify.guarded) return undefined;
    const found = checkUse(verify, file);
    return found ?? (settings.preset === 'strict' ? checkOptional(verify) : undefined);
  },
});

/** What the code around makes of the verdict. */
function checkUse(verify: Verify, file: string): Problem | undefined {
  const { use, attributes, calleeSpan } = verify;
  const { callback, verdict } = attributes;
  if (use === undefined) return undefined;
  if (isCalledBack(callback)) return checkCallback(verify, use, file);
  const isPromise = verdict.constant === 'rejects' || verdict.constant === 'resolves';
  const misreading = isPromise && !use.isAwaited ? MISREADINGS[use.result] : undefined;
  if (misreading !== undefined) {
    return {
      at: calleeSpan,
      message: `\`${verify.display}\` gives a promise, ${misreading}.`,
      because: 'The code goes on before the token was looked at, with a forged one as with a genuine one.',
      help: 'Await the promise.',
      fixes: awaitFixes(use, verdict.constant, file),
    };
  }
  const isResult = verdict.constant === 'returns' || (verdict.constant === 'resolves' && use.isAwaited);
  if (!isResult || (use.result !== 'dropped' && use.result !== 'unread')) return undefined;
  return {
    at: calleeSpan,
    message: `\`${verify.display}\` says by its result whether the token is good, and nobody looks at it.`,
    because: 'A forged token goes the same way as a genuine one: the check does not throw.',
    help: 'Ask for the result, and answer 401 when it is nothing.',
    fixes: insertionFixes('Throw where the token is not valid', use.refusal, file),
  };
}

/** Why a promise is not what the code takes it for; `undefined` where it may be awaited elsewhere. */
const MISREADINGS: Readonly<Record<VerdictUse['result'], string | undefined>> = {
  dropped: 'and nobody awaits it',
  unread: 'and nobody awaits it',
  tested: 'which is always true',
  'taken-apart': 'and is read as if it were the claims',
  stored: 'and is kept as if it were the claims',
  'handed-on': undefined,
};

function checkCallback(
  { attributes, calleeSpan, display }: Verify,
  { carelessCallbacks }: VerdictUse,
  file: string,
): Problem | undefined {
  const careless = carelessCallbacks.find(({ span }) => isSame(span, attributes.callback.span));
  if (careless === undefined) return undefined;
  return {
    at: calleeSpan,
    message: `\`${display}\` says by an error that the token is bad, and the callback goes on all the same.`,
    because: 'The callback runs for a forged token too, and what it does then is done for everybody.',
    help: 'Return when there is an error, before anything else.',
    fixes: insertionFixes('Return where there is an error', careless.refusal, file),
  };
}

/** Requests that go on without an identity: right where it is meant, and all that comes later asks for one. */
function checkOptional({ attributes, calleeSpan, display, use }: Verify): Problem | undefined {
  const { admitsAnonymous } = attributes;
  const isAnonymous = findWitness(admitsAnonymous, (value) => value) !== undefined;
  if (!isAnonymous && use?.survivesFailure !== true) return undefined;
  return {
    at: isAnonymous ? admitsAnonymous.span : calleeSpan,
    severity: 'information',
    message: `Requests without a good token go on after \`${display}\`.`,
    because: 'A handler that forgets to ask for the user serves everybody.',
    help: 'Let handlers that need a user refuse requests without one.',
  };
}

/** A function is called back: one that is seen, or one that bears the name of one. */
function isCalledBack({ leaves }: Flow): boolean {
  return leaves.some(
    ({ origin, names }) => origin.kind === 'function' || /^(?:callback|cb|done|next)$/.test(names[0] ?? ''),
  );
}

/** Waiting for the verdict changes nothing for tokens that are good. */
function awaitFixes(
  { awaitable, result }: VerdictUse,
  verdict: Verify['attributes']['verdict']['constant'],
  file: string,
): readonly Fix[] {
  // A result that nobody looks at is no better for being there.
  const isHelp = verdict === 'rejects' || (result !== 'dropped' && result !== 'unread');
  if (awaitable === undefined || !isHelp) return [];
  const { span, needsParentheses } = awaitable;
  const before = { file, span: { start: span.start, end: span.start }, text: needsParentheses ? '(await ' : 'await ' };
  const after = { file, span: { start: span.end, end: span.end }, text: ')' };
  return [{ title: 'Await the verdict', safety: 'safe', edits: needsParentheses ? [before, after] : [before] }];
}

function insertionFixes(title: string, insertions: readonly Insertion[] | undefined, file: string): readonly Fix[] {
  if (insertions === undefined) return [];
  const edits = insertions.map(({ offset, text }) => ({ file, span: { start: offset, end: offset }, text }));
  return [{ title, safety: 'suggestion', edits }];
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
