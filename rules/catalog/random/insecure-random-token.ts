import { isOtherSession } from '../../facts/derive/drawnName';
import type { FactOf } from '../../facts/schema';
import type { Fix } from '../../finding';
import { wordSet, wordsOf } from '../../text/words';
import { rule } from '../rule';

export default rule({
  id: 'insecure-random-token',
  summary: 'A session id, token, secret or one-time code is drawn so that others can guess it',
  severity: 'error',
  preset: 'recommended',
  cwe: [338],
  asvs: ['7.2.3', '11.5.1'],
  standards: ['OWASP Session Management'],
  securitySeverity: 7.8,
  on: ['RandomDraw'],

  check(draw, { settings, file }) {
    if (draw.guarded || !matters(draw) || isCounted(draw, file)) return undefined;
    const { source, name, becomes } = draw.attributes;
    const reason = REASONS[source.constant];
    const isStrict = source.constant === 'random-id';
    if (isStrict && settings.preset !== 'strict') return undefined;
    return {
      at: draw.span,
      severity: isStrict ? 'information' : 'error',
      message: `\`${name.constant}\` is made with \`${draw.display}\`, ${reason}.`,
      because: isStrict
        ? 'Who wants 128 bits gets 122 of them, and no promise how they are drawn.'
        : `An attacker who works it out has the ${SPOKEN[becomes.constant]} without being given it.`,
      help: 'Draw it with a generator for cryptography: randomBytes, randomInt or getRandomValues.',
      fixes: fixesOf(draw),
    };
  },
});

type Attributes = FactOf<'RandomDraw'>['attributes'];

const REASONS: Readonly<Record<Attributes['source']['constant'], string>> = {
  weak: 'whose values follow from earlier ones',
  clock: 'which everybody knows',
  'time-id': 'which is the time and the machine',
  'random-id': 'which is an identifier and no secret',
  'short-id': 'which is made to be short, not to be secret',
  bytes: 'of fewer than 16 bytes',
  characters: 'of fewer than 11 characters',
};

const SPOKEN: Readonly<Record<Attributes['becomes']['constant'], string>> = {
  token: 'token',
  'session-id': 'session',
  secret: 'secret',
  password: 'password',
  code: 'code',
};

/** What is enough where that much is drawn well: 128 bits, and 64 for characters, which people choose to keep short. */
const ENOUGH = { bytes: 16, characters: 11 };

function matters({ attributes, runtime }: FactOf<'RandomDraw'>): boolean {
  const { size, form } = attributes;
  const [source, becomes] = [attributes.source.constant, attributes.becomes.constant];
  const isNumeric = source === 'weak' || source === 'clock';
  // What a page calls its session is what it counts visits by; its codes are riddles for its own user.
  if ((becomes === 'session-id' || becomes === 'code') && runtime === 'client') return false;
  if (becomes === 'code') return isNumeric;
  if (source === 'bytes' || source === 'characters') {
    return becomes !== 'password' && size.constant !== undefined && size.constant < ENOUGH[source];
  }
  // A mark that tells one run from the next is as it was drawn, and the secret of a game is rounded.
  if (becomes === 'token') return form.constant !== 'bare-number';
  return becomes !== 'secret' || form.constant !== 'number';
}

const COUNTING = wordSet('analytics track tracking tracker telemetry metrics mock fake demo simulation simulator');

/** A session of another thing, one that only visits are counted by, or that is made up: by the names of its file and of the code around it. */
function isCounted({ attributes, around }: FactOf<'RandomDraw'>, file: string): boolean {
  if (attributes.becomes.constant !== 'session-id') return false;
  const names = [...around, ...file.split('/').slice(-2)];
  return names.some((name) => isOtherSession(name) || wordsOf(name).some((word) => COUNTING.has(word)));
}

function fixesOf({ replacement }: FactOf<'RandomDraw'>): readonly Fix[] {
  return replacement === undefined
    ? []
    : [{ title: 'Draw it so that nobody can guess it', safety: 'suggestion', edits: replacement }];
}
