import type { RuleDescription } from '../../rules';
import type { Severity } from '../../rules/config';
import type { Finding } from '../../rules/finding';
import type { Place, Span } from '../../rules/text/span';
import type { FileFindings, Report } from '../../server/cli/report';

/** The working directory of every sample. */
export const DIRECTORY = '/work/app';

const RULES: readonly RuleDescription[] = [
  describeRule('jwt-missing-expiry', 'A token that never expires can be used for ever', 'error', 613, 6.5),
  describeRule('jwt-hardcoded-secret', 'A secret in source is known to all who read it', 'error', 798, 9.8),
  describeRule('cookie-missing-samesite', 'A cookie goes along with cross-site requests', 'warning', 1275, 5.4),
];

function describeRule(
  id: string,
  summary: string,
  severity: Severity,
  cwe: number,
  securitySeverity: number,
): RuleDescription {
  return {
    id,
    summary,
    severity,
    preset: 'recommended',
    cwe: [cwe],
    asvs: ['9.2.1'],
    standards: [],
    securitySeverity,
    docsUrl: `https://docs.example/rules/${id}`,
  };
}

/** A report on files whose names are relative to DIRECTORY. */
export function reportOf(
  texts: Readonly<Record<string, string>>,
  findings: Readonly<Record<string, readonly Finding[]>>,
  rest: Partial<Report> = {},
): Report {
  const files = Object.entries(findings).map(([file, all]): FileFindings => ({ file: absolute(file), findings: all }));
  return {
    directory: DIRECTORY,
    files,
    all: files,
    found: files,
    known: 0,
    skipped: [],
    checked: 14,
    milliseconds: 120.4,
    texts: new Map(Object.entries(texts).map(([file, text]) => [absolute(file), text])),
    rules: new Map(RULES.map((rule) => [rule.id, rule])),
    ...rest,
  };
}

/** The span of `code` in `text`, which must hold it. */
export function spanOf(text: string, code: string): Span {
  const start = text.indexOf(code);
  if (start < 0) throw new Error(`no \`${code}\` in the sample`);
  return { start, end: start + code.length };
}

export function placeOf(file: string, text: string, code: string): Place {
  return { file: absolute(file), span: spanOf(text, code) };
}

/** A finding whose fields a test need not care for are filled in. */
export function findingAt(span: Span, rest: Partial<Finding> = {}): Finding {
  return {
    rule: 'jwt-missing-expiry',
    severity: 'error',
    span,
    message: '`jwt.sign()` signs an access token that never expires.',
    because: 'Whoever steals it can use the account for ever.',
    help: 'Give it a lifetime: `expiresIn`.',
    related: [],
    symbol: '',
    fixes: [],
    ...rest,
  };
}

function absolute(file: string): string {
  return `${DIRECTORY}/${file}`;
}

/** Two files: a secret written in one and used in the other, an expiry that is missing, a cookie. */
export function sampleReport(): Report {
  const config = "export const PORT = 3000;\nexport const SECRET = 'correct horse';\n";
  const auth = [
    "import jwt from 'jsonwebtoken';",
    "import { SECRET } from '../config';",
    '',
    'export function login(user: User, res: Response): void {',
    '\tconst token = jwt.sign({ sub: user.id }, SECRET);',
    "\tres.cookie('session', token, { httpOnly: true, secure: true });",
    '}',
    '',
  ].join('\n');
  const options = spanOf(auth, '{ httpOnly: true, secure: true }');
  return reportOf(
    { 'src/config.ts': config, 'src/api/auth.ts': auth },
    {
      'src/api/auth.ts': [
        findingAt(spanOf(auth, 'jwt.sign'), {
          fixes: [
            {
              title: 'Let it expire',
              safety: 'suggestion',
              choices: ['15m', '1h'],
              edits: [
                {
                  ...placeOf('src/api/auth.ts', auth, ');\n\tres'),
                  text: ", { expiresIn: '\u0001' });\n\tres",
                },
              ],
            },
          ],
        }),
        findingAt(options, {
          rule: 'cookie-missing-samesite',
          severity: 'warning',
          message: '`res.cookie()` sets no `sameSite`.',
          because: 'Other sites can make requests that carry this cookie.',
          help: "Set `sameSite: 'lax'`.",
        }),
      ],
      'src/config.ts': [
        findingAt(spanOf(config, "'correct horse'"), {
          rule: 'jwt-hardcoded-secret',
          message: 'The key that signs tokens is `<literal, 13 bytes>` in the source.',
          because: 'Whoever reads the repository can sign tokens as any user.',
          help: 'Read it from the environment, and fail at start-up when it is unset.',
          related: [{ ...placeOf('src/api/auth.ts', auth, 'SECRET);'), message: '`jwt.sign()` uses it as key' }],
        }),
      ],
    },
    {
      skipped: [
        {
          file: absolute('src/old.js'),
          reason: 'not-utf8',
          message: 'The file is not UTF-8 text. Save it as UTF-8.',
        },
      ],
    },
  );
}
