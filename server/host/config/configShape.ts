import { type Policy, PRESETS, SEVERITIES } from '../../../rules';
import { modelShape } from './modelShape';
import { type Key, key, type ObjectShape, object, type Shape } from './shape';

/** What the config needs to know of a rule: `RuleDescription` has it. */
export interface RuleName {
  readonly id: string;
  readonly summary: string;
}

const POLICY_KEYS: Readonly<Record<keyof Policy, string>> = {
  maxAccessTokenLifetime: 'The longest lifetime of an access token.',
  maxRefreshTokenLifetime: 'The longest lifetime of a refresh token.',
  maxLoginLinkLifetime: 'The longest lifetime of a magic link, a one-time code or a password reset.',
  maxConfirmationLifetime: 'The longest lifetime of an e-mail confirmation.',
  maxInvitationLifetime: 'The longest lifetime of an invitation.',
  maxCookieLifetime: 'The longest lifetime of a cookie that authenticates.',
  maxSessionLifetime: 'The longest lifetime of a session.',
  maxClockTolerance: 'How far the clocks of two servers may differ.',
};

const DURATION_HINT = 'Seconds as a number, or a string such as "90s", "15m", "1h" or "30d".';

const RULES_TEXT = 'The severity of each rule; "off" silences it.';
const POLICY_TEXT = 'The longest acceptable lifetimes.';

/** The shape of authlint.config.json, and of `authlint` in package.json. */
export function configShape(rules: readonly RuleName[]): ObjectShape {
  return object('key', {
    $schema: key('The JSON schema of this file, for editors.', { kind: 'text' }),
    root: key('Whether this is the outermost config: files further up are not read.', { kind: 'boolean' }),
    extends: key('The relative path of a config whose keys count where this one sets none.', { kind: 'path' }),
    preset: key('The set of rules: those that nobody argues with, or all.', { kind: 'choice', of: PRESETS }),
    rules: key(RULES_TEXT, object('rule', mapKeys(rules))),
    policy: key(POLICY_TEXT, object('key', policyKeys())),
    cookies: key('Which cookies are checked: those that carry a credential or a session, or all.', {
      kind: 'choice',
      of: ['auth', 'all'],
    }),
    testFiles: key('Whether findings in test code are reported.', { kind: 'choice', of: ['ignore', 'report'] }),
    requireReason: key('Whether comments that suppress a finding have to say why, behind ` -- `.', { kind: 'boolean' }),
    overrides: key('Other severities and lifetimes for some files; of several that fit a file, the last counts.', {
      kind: 'list',
      of: {
        kind: 'whole',
        of: object(
          'key',
          {
            files: key('The files, as patterns in the syntax of .gitignore, relative to this file.', {
              kind: 'patterns',
            }),
            rules: key(RULES_TEXT, object('rule', mapKeys(rules))),
            policy: key(POLICY_TEXT, object('key', policyKeys())),
          },
          ['files'],
        ),
      },
    }),
    ignore: key('Files that are not checked, as patterns in the syntax of .gitignore, relative to this file.', {
      kind: 'patterns',
    }),
    models: key('Your own libraries, as docs/models.md describes them.', {
      kind: 'list',
      of: { kind: 'whole', of: modelShape() },
    }),
  });
}

function mapKeys(rules: readonly RuleName[]): Record<string, Key> {
  const severity: Shape = { kind: 'choice', of: [...SEVERITIES, 'off'] };
  return Object.fromEntries(rules.map(({ id, summary }) => [id, key(summary, severity)]));
}

function policyKeys(): Record<string, Key> {
  const entries = Object.entries(POLICY_KEYS);
  return Object.fromEntries(
    entries.map(([name, text]) => [name, key(`${text} ${DURATION_HINT}`, { kind: 'duration' })]),
  );
}
