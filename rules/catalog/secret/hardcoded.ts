import type { Severity } from '../../config';
import { type LiteralSecret, literalSecrets } from '../../facts/derive/secret';
import { readAtStart } from '../../facts/edits/startUpEdits';
import type { Fact, Flow } from '../../facts/schema';
import type { StoodFor } from '../../facts/schema/origins';
import type { Fix } from '../../finding';
import { NO_START_UP, type StartUp } from '../../resolve/module/startUp';
import { wordsOf } from '../../text/words';
import type { Problem, RuleContext } from '../rule';

/** What rules on secrets in source say of the secrets that they look at. */
export interface SecretWords {
  readonly because: string;
  readonly help: string;
  /** The variable of the environment that a fix reads where no name in code says another. */
  readonly variable: string;
}

/** A problem for every literal that reaches a secret. */
export function hardcodedSecrets(
  secret: Flow,
  { display }: Fact,
  { file, startUp, isChecked }: RuleContext,
  { because, help, variable }: SecretWords,
): readonly Problem[] {
  return literalSecrets(secret).flatMap((literal) => {
    const { place } = literal.leaf;
    const isHere = place.file === file;
    // It is reported where it is written, once, however many files use it.
    if (!isHere && isChecked(place.file) && isChecked(file)) return [];
    const start = startUp(place.file) ?? NO_START_UP;
    return {
      at: isHere ? place.span : secret.span,
      cause: place,
      severity: severityOf(literal, start),
      message: messageOf(literal, display),
      because,
      help,
      related: isHere ? [] : [{ ...place, message: 'the secret is written here' }],
      fixes: environmentFixes(literal, variable, start),
    };
  });
}

function severityOf({ leaf, isWellKnown }: LiteralSecret, { refuses }: StartUp): Severity {
  if (!leaf.isFallback) return 'error';
  // Production does not run on it.
  if ([...leaf.names, leaf.standsFor?.variable].some((name) => name !== undefined && refuses.includes(name)))
    return 'information';
  return isWellKnown ? 'error' : 'warning';
}

function messageOf({ leaf, form, isWellKnown }: LiteralSecret, display: string): string {
  const verb = leaf.isFallback ? 'falls back to' : 'uses';
  const what = form === 'private-key' ? 'private key' : 'secret';
  return `\`${display}\` ${verb} a ${what} that is written in source${isWellKnown ? ', one that attackers try first' : ''}.`;
}

/** A literal, or all of what falls back to it, becomes what the environment says when the module is loaded. */
function environmentFixes(
  { leaf: { isFallback, standsFor, names, place }, form }: LiteralSecret,
  fallback: string,
  start: StartUp,
): readonly Fix[] {
  if (form === 'private-key') return [];
  if (isFallback) {
    if (standsFor === undefined || !isPlainRead(standsFor)) return [];
    const { variable, whole } = standsFor;
    const edits = readAtStart(whole, `process.env.${variable}`, variable, start);
    return edits === undefined
      ? []
      : [{ title: `Drop the fallback, and refuse to start without \`${variable}\``, safety: 'suggestion', edits }];
  }
  const variable = variableFor(names) ?? fallback;
  const edits = readAtStart(place, `process.env.${variable}`, variable, start);
  const title = `Read the secret from \`process.env.${variable}\`, and refuse to start without it`;
  return edits === undefined ? [] : [{ title, safety: 'suggestion', edits }];
}

/** As Node spells it; other reads are up to a library. */
function isPlainRead({ variable, read }: StoodFor): boolean {
  return read.end - read.start === `process.env.${variable}`.length;
}

/** `REFRESH_SECRET` for `refreshSecret`: secrets that are told apart in code have to stay apart. */
function variableFor(names: readonly string[]): string | undefined {
  const secrets = names
    .map(wordsOf)
    .filter((words) => words.length > 1 && LAST_WORDS.has(words[words.length - 1] ?? ''));
  const words = secrets[secrets.length - 1]?.filter((word, index) => index > 0 || word !== 'get');
  return words === undefined || words.length < 2 ? undefined : words.join('_').toUpperCase();
}

const LAST_WORDS = new Set(['secret', 'key', 'password']);
