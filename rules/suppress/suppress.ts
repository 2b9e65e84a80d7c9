import { catalog } from '../catalog';
import type { RuleContext } from '../catalog/rule';
import { isEnabled } from '../check';
import type { ParsedDocument } from '../document';
import type { Finding } from '../finding';
import { lineIndex } from '../text/lineIndex';
import { type Directive, directivesIn, type RuleName } from './directives';
import { type Knowledge, reportOf } from './report';

/**
 * What is left of a file's findings, and what is to be said of the comments that took the others away. `hasSpoken` tells
 * whether a rule said all that it has to say of the file.
 */
export function suppress(
  findings: readonly Finding[],
  document: ParsedDocument,
  context: RuleContext,
  hasSpoken: (rule: string) => boolean,
): readonly Finding[] {
  const directives = directivesIn(document);
  if (directives.length === 0) return findings;
  const lines = lineIndex(document.text);
  const lineOf = ({ span }: Finding): number => lines.positionAt(span.start).line;
  const used = new Set<RuleName>();
  const isHeard = (finding: Finding): boolean => {
    const names = directives.flatMap((directive) => nameIn(directive, finding.rule, lineOf(finding)) ?? []);
    for (const name of names) used.add(name);
    return names.length === 0;
  };
  const heard = findings.filter(isHeard);
  const knowledge: Knowledge = {
    rules: catalog.map(({ id }) => id),
    isJudged: (id) =>
      catalog.some((rule) => rule.id === id && rule.on.length > 0 && isEnabled(rule, context)) && hasSpoken(id),
    requiresReason: context.settings.requireReason,
  };
  const own = reportOf(directives, used, { document, findings: heard, lineOf, knowledge })
    .flatMap((finding) => withSeverity(finding, context) ?? [])
    .filter((finding, _, all) => !isMoot(finding, all))
    .filter(isHeard);
  return own.length === 0 ? heard : [...heard, ...own].sort((a, b) => a.span.start - b.span.start);
}

/** A comment that is of no use needs no reason: it is to go. */
function isMoot({ rule, span }: Finding, all: readonly Finding[]): boolean {
  if (rule !== 'suppression-without-reason') return false;
  return all.some((other) => other.rule === 'suppression-unused' && other.span.start === span.start);
}

function withSeverity(finding: Finding, context: RuleContext): Finding | undefined {
  const rule = catalog.find(({ id }) => id === finding.rule);
  const severity = context.settings.rules[finding.rule];
  if (rule === undefined || severity === 'off' || !isEnabled(rule, context)) return undefined;
  return { ...finding, severity: severity ?? rule.severity };
}

/** The comment that suppresses a finding. */
export function findDirective({ rule, span }: Finding, document: ParsedDocument): Directive | undefined {
  const { line } = lineIndex(document.text).positionAt(span.start);
  return directivesIn(document).find((directive) => nameIn(directive, rule, line) !== undefined);
}

function nameIn({ names, lines }: Directive, rule: string, line: number): RuleName | undefined {
  const covers = lines === undefined || (lines[0] <= line && line <= lines[1]);
  return covers ? names.find(({ text }) => text === rule) : undefined;
}
