import type { KeyChoice } from '../../facts/schema/uses';
import { type Problem, rule } from '../rule';

export default rule({
  id: 'jwt-untrusted-key',
  summary: 'The token, or the request, says which key checks it',
  severity: 'error',
  preset: 'recommended',
  cwe: [347, 345, 918],
  asvs: ['9.1.3'],
  standards: ['RFC 8725 §3.10'],
  securitySeverity: 9.1,
  on: ['TokenVerify'],

  check({ attributes: { key }, display, use, guarded }): Problem | undefined {
    const isEmbedded = key.leaves.some(
      ({ origin, guarded: isGuarded }) => origin.kind === 'key' && origin.form === 'embedded' && !isGuarded,
    );
    const choice = use?.keyChoice;
    if (guarded || use?.isProofOfPossession === true) return undefined;
    if (isEmbedded)
      return { at: key.span, ...WORDS.key, message: `\`${display}\` checks the token with the key in it.` };
    if (choice === undefined) return undefined;
    return { at: choice.span, ...WORDS[choice.kind], message: messageOf(choice, display) };
  },
});

function messageOf({ kind, name }: KeyChoice, display: string): string {
  switch (kind) {
    case 'key':
      return `\`${display}\` takes its key from \`${name}\`, which the token brings.`;
    case 'lookup':
      return `\`${display}\` finds its key by a text that the token's \`${name}\` is put into.`;
    case 'request':
      return `\`${display}\` takes its key from the request: \`${name}\`.`;
  }
}

const WORDS: Readonly<Record<KeyChoice['kind'], Pick<Problem, 'because' | 'help'>>> = {
  key: {
    because: 'Anyone signs a token with a key of his own, puts that key into it, and is let in as any user.',
    help: 'Check with keys that the server has, or fetches from the issuer that it knows: a key set by `kid`.',
  },
  lookup: {
    because: 'A `kid` such as `../../dev/null`, or one with a quote in it, makes a key that the attacker knows.',
    help: 'Look it up in a map or a key set, or bind it as a parameter of the query.',
  },
  request: {
    because: 'Who sends the request sends the key too, and signs the token with it.',
    help: 'Take the key from the configuration of the server.',
  },
};
