import type { Severity } from '../../config';
import { type LiteralSecret, literalSecrets } from '../../facts/derive/secret';
import type { Fact, Flow } from '../../facts/schema';
import type { Fix } from '../../finding';
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
  { file }: RuleContext,
  { because, help, variable }: SecretWords,
): readonly Problem[] {
  return literalSecrets(secret).map((literal) => {
    const { place } = literal.leaf;
    const isHere = place.file === file;
    return {
      at: isHere ? place.span : secret.span,
      cause: place,
      severity: severityOf(literal),
      message: messageOf(literal, display),
      because,
      help,
      related: isHere ? [] : [{ ...place, message: 'the secret is written here' }],
      fixes: environmentFixes(literal, variable),
    };
  });
}

function severityOf({ leaf, isWellKnown }: LiteralSecret): Severity {
  return leaf.isFallback && !isWellKnown ? 'warning' : 'error';
}

function messageOf({ leaf, form, isWellKnown }: LiteralSecret, display: string): string {
  const verb = leaf.isFallback ? 'falls back to' : 'uses';
  const what = form === 'private-key' ? 'private key' : 'secret';
  return `\`${display}\` ${verb} a ${what} that is written in source${isWellKnown ? ', one that attackers try first' : ''}.`;
}

/** A literal of its own becomes a read of the environment; a fallback has one already. */
function environmentFixes(
  { leaf: { isFallback, names, place }, form }: LiteralSecret,
  variable: string,
): readonly Fix[] {
  if (isFallback || form === 'private-key') return [];
  const text = `process.env.${variableFor(names) ?? variable}`;
  const edits = [{ file: place.file, span: place.span, text }];
  return [{ title: `Read the secret from \`${text}\``, safety: 'suggestion', edits }];
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
