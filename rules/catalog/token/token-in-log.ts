import { findLogged, type Logged, saysOtherToken } from '../../facts/derive/logged';
import type { Fact, FactOf } from '../../facts/schema';
import type { Fix } from '../../finding';
import { contains, type Span } from '../../text/span';
import { wordsOf } from '../../text/words';
import { removalFix } from '../removal';
import { rule } from '../rule';

export default rule({
  id: 'token-in-log',
  summary: 'A token or a secret is written to a log',
  severity: 'warning',
  preset: 'recommended',
  cwe: [532],
  asvs: ['16.2.5'],
  standards: ['OWASP Logging'],
  securitySeverity: 5.9,
  on: ['LogWrite'],

  check(log, { file, facts, isCommandLine }) {
    const { value, sink } = log.attributes;
    const logged = log.guarded ? undefined : findLogged(value);
    // What a program in a terminal prints is for the one who runs it.
    if (logged === undefined || (sink.constant === 'console' && isCommandLine())) return undefined;
    if (logged.name === 'token' && (log.around.slice(0, 1).some(isToldPieces) || isCalledOther(log, facts)))
      return undefined;
    const { place } = logged.leaf;
    const isHere = place.file === file && contains(value.span, place.span);
    return {
      at: isHere ? place.span : value.span,
      message: `\`${log.display}\` writes ${spoken(logged)} to the log.`,
      because: 'Logs are kept for long, copied to other services and read by many, and each of them can act with it.',
      help: 'Log who did what, by an id that lets nobody in.',
      related: !isHere && logged.name === undefined ? [{ ...place, message: 'the token comes from here' }] : [],
      fixes: fixes(log, facts, file),
    };
  },
});

/** `handleLLMNewToken(token)`, `onToken(token)`: functions that are told the pieces of an answer, one by one. */
function isToldPieces(name: string): boolean {
  const words = wordsOf(name);
  return words.includes('llm') || /^on (?:new )?token$/.test(words.join(' '));
}

/** `console.log('FCM token:', token)`: what is written before it says whose token it is. */
function isCalledOther(log: LogWrite, facts: readonly Fact[]): boolean {
  return writtenBy(log, facts).some(
    (one) =>
      isPlainText(one) &&
      one.attributes.value.leaves.some(
        ({ origin }) => origin.kind === 'literal' && saysOtherToken(String(origin.value)),
      ),
  );
}

function spoken({ what, name }: Logged): string {
  switch (what) {
    case 'headers':
      return 'all headers of a request, `Authorization` and `Cookie` among them,';
    case 'jar':
      return 'every cookie of a request';
    default:
      return name === undefined ? 'a signed token' : `the ${what} \`${name}\``;
  }
}

type LogWrite = FactOf<'LogWrite'>;

/** Takes the argument out where it holds nothing else, and the statement where that leaves nothing but its text. */
function fixes(log: LogWrite, facts: readonly Fact[], file: string): readonly Fix[] {
  const written = writtenBy(log, facts);
  const others = written.filter((one) => one !== log);
  if (others.every(isPlainText) && holdsNothingElse(log)) {
    return removalFix('Remove this log statement', file, log.statement);
  }
  const cut = cutOf(log, written);
  if (cut === undefined || !holdsNothingElse(log) || isFormatted(written)) return [];
  return [{ title: 'Drop this argument', safety: 'suggestion', edits: [{ file, span: cut, text: '' }] }];
}

/** Everything that the same statement writes. */
function writtenBy({ span }: LogWrite, facts: readonly Fact[]): readonly LogWrite[] {
  return facts.flatMap((fact) =>
    fact.kind === 'LogWrite' && fact.span.start === span.start && fact.span.end === span.end ? [fact] : [],
  );
}

function isPlainText({ attributes: { value } }: LogWrite): boolean {
  return value.complete && value.leaves.length > 0 && value.leaves.every(({ origin }) => origin.kind === 'literal');
}

/** Beside the dangerous value there is only text. */
function holdsNothingElse({ attributes: { value } }: LogWrite): boolean {
  return value.leaves.every(
    (leaf) => leaf.origin.kind === 'literal' || findLogged({ ...value, leaves: [leaf] }) !== undefined,
  );
}

/** `'%s signed in with %s'`: the text counts the arguments behind it. */
function isFormatted([first]: readonly LogWrite[]): boolean {
  return (
    first === undefined ||
    first.attributes.value.leaves.some(
      ({ origin }) => origin.kind === 'literal' && /%[a-z]/i.test(String(origin.value)),
    )
  );
}

/** An argument with the comma that parts it from the one before, or behind. */
function cutOf(log: LogWrite, written: readonly LogWrite[]): Span | undefined {
  const index = written.indexOf(log);
  const { span } = log.attributes.value;
  const before = written[index - 1]?.attributes.value.span;
  const after = written[index + 1]?.attributes.value.span;
  if (before !== undefined) return { start: before.end, end: span.end };
  return after === undefined ? undefined : { start: span.start, end: after.start };
}
