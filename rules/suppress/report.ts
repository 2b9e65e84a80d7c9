import type { ParsedDocument } from '../document';
import { CHOICE, type Finding, type Fix } from '../finding';
import { nearestWord } from '../text/nearest';
import type { Span } from '../text/span';
import type { Directive, RuleName } from './directives';
import { removalOf, removalOfName } from './edits';

/** What can be said of comments that suppress. */
export interface Knowledge {
  readonly rules: readonly string[];
  /** Whether a rule had its say in the whole file, so that a comment is known to be of no use. */
  isJudged(rule: string): boolean;
  readonly requiresReason: boolean;
}

/** What the comments are looked at with. */
export interface Circumstances {
  readonly document: ParsedDocument;
  /** What nothing suppresses. */
  readonly findings: readonly Finding[];
  lineOf(finding: Finding): number;
  readonly knowledge: Knowledge;
}

/** What the user is told to choose from when a reason is missing. */
const REASONS = ['false positive', 'accepted risk', 'not used in production'];

type Said = Pick<Finding, 'rule' | 'span' | 'message' | 'because' | 'help' | 'fixes'>;

/** What is wrong with comments that suppress. */
export function reportOf(
  directives: readonly Directive[],
  used: ReadonlySet<RuleName>,
  circumstances: Circumstances,
): readonly Finding[] {
  const { knowledge } = circumstances;
  return directives
    .flatMap((directive) => [
      ...unknownIn(directive, circumstances),
      ...unusedIn(directive, used, circumstances),
      ...(knowledge.requiresReason ? withoutReason(directive, circumstances) : []),
    ])
    .map((said) => ({ severity: 'warning', related: [], symbol: '', ...said }));
}

function unknownIn(directive: Directive, circumstances: Circumstances): readonly Said[] {
  const { document, knowledge } = circumstances;
  const because =
    'It suppresses nothing: what it was to silence is reported, or it hides what nobody looks for any more.';
  const base = { rule: 'suppression-unknown-rule', because };
  if (directive.names.length === 0) {
    const candidates = ruleFixes(
      directive,
      { start: directive.reason.start, end: directive.reason.start },
      circumstances,
    );
    return [
      {
        ...base,
        span: directive.comment.span,
        message: 'This comment names no rule to suppress.',
        help: 'Name the rule behind it, or remove it.',
        fixes: [...candidates, removalFix([removalOf(directive.comment, document)], document)],
      },
    ];
  }
  return directive.names
    .filter(({ text }) => !knowledge.rules.includes(text))
    .map((name): Said => {
      const nearest = nearestWord(name.text, knowledge.rules);
      const hint = nearest === undefined ? '' : ` The nearest is \`${nearest}\`.`;
      return {
        ...base,
        span: name.span,
        message: `There is no rule \`${name.text}\`.${hint}`,
        help:
          nearest === undefined
            ? 'Remove it; `authlint rules` lists all rules.'
            : `Write \`${nearest}\`, or remove it.`,
        fixes: [
          ...nearestFix(name, nearest, directive, circumstances),
          removalFix([removalOfName(name, directive, document)], document),
        ],
      };
    });
}

/** A comment about a line that has no such finding would be of no use. */
function nearestFix(
  { span }: RuleName,
  nearest: string | undefined,
  directive: Directive,
  circumstances: Circumstances,
): readonly Fix[] {
  if (nearest === undefined || !rulesBehind(directive, circumstances).includes(nearest)) return [];
  const edits = [{ file: circumstances.document.file, span, text: nearest }];
  return [{ title: `Suppress \`${nearest}\``, safety: 'suggestion', edits }];
}

function ruleFixes(directive: Directive, span: Span, circumstances: Circumstances): readonly Fix[] {
  const rules = rulesBehind(directive, circumstances);
  if (rules.length === 0) return [];
  const edits = [{ file: circumstances.document.file, span, text: ` ${rules.join(', ')}` }];
  return [{ title: `Suppress ${rules.map((rule) => `\`${rule}\``).join(', ')}`, safety: 'suggestion', edits }];
}

/** The rules with findings where a comment suppresses. */
function rulesBehind({ lines }: Directive, { findings, lineOf }: Circumstances): readonly string[] {
  const here = findings.filter((finding) => {
    const line = lineOf(finding);
    return lines === undefined || (lines[0] <= line && line <= lines[1]);
  });
  return [...new Set(here.map(({ rule }) => rule))];
}

function unusedIn(directive: Directive, used: ReadonlySet<RuleName>, circumstances: Circumstances): readonly Said[] {
  const { document, knowledge } = circumstances;
  const { names, comment, lines } = directive;
  const unused = names.filter((name) => !used.has(name) && knowledge.isJudged(name.text));
  const place = lines === undefined ? 'in this file' : 'there';
  const said = (spoken: readonly RuleName[], span: Span, fix: Fix): Said => ({
    rule: 'suppression-unused',
    span,
    message: `There is no finding of ${spoken.map(({ text }) => `\`${text}\``).join(' or ')} ${place} to suppress.`,
    because: 'It would silence the next real finding there, without anyone having looked at it.',
    help: 'Remove it.',
    fixes: [fix],
  });
  if (unused.length === 0) return [];
  if (unused.length === names.length) {
    return [said(unused, comment.span, removalFix([removalOf(comment, document)], document, 'safe'))];
  }
  return unused.map((name) =>
    said([name], name.span, removalFix([removalOfName(name, directive, document)], document, 'safe')),
  );
}

function withoutReason({ names, hasReason, reason, comment }: Directive, { document }: Circumstances): readonly Said[] {
  if (hasReason || names.length === 0) return [];
  return [
    {
      rule: 'suppression-without-reason',
      span: comment.span,
      message: 'This comment does not say why it suppresses a finding.',
      because: 'Nobody can tell a false alarm from a hole that was left open, and an attacker needs only the latter.',
      help: 'Write the reason behind ` -- `.',
      fixes: [
        {
          title: 'Give the reason',
          safety: 'suggestion',
          edits: [{ file: document.file, span: reason, text: ` -- ${CHOICE}` }],
          choices: REASONS,
        },
      ],
    },
  ];
}

function removalFix(spans: readonly Span[], { file }: ParsedDocument, safety: Fix['safety'] = 'suggestion'): Fix {
  return { title: 'Remove it', safety, edits: spans.map((span) => ({ file, span, text: '' })) };
}
