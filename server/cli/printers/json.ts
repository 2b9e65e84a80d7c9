import type { Severity } from '../../../rules/config';
import type { Finding } from '../../../rules/finding';
import type { Place } from '../../../rules/text/span';
import { fingerprintsOf, type Report, relativePath } from '../report';
import { VERSION } from '../version';
import { toPlainFixes } from './choices';
import { type Range, rangesIn } from './ranges';

/** Version 1 of the JSON report. Files are relative to the working directory, with '/'. */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: 'authlint'; readonly version: string };
  readonly findings: readonly JsonFinding[];
  readonly skipped: readonly { readonly file: string; readonly reason: string; readonly message: string }[];
}

export interface JsonFinding extends JsonPlace {
  readonly ruleId: string;
  readonly severity: Severity;
  /** Stays the same when code elsewhere in the file changes. */
  readonly fingerprint: string;
  readonly message: string;
  readonly why: string;
  readonly help: string;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
  readonly fixes: readonly JsonFix[];
}

export interface JsonFix {
  readonly title: string;
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly (JsonPlace & { readonly text: string })[];
}

export interface JsonPlace {
  readonly file: string;
  readonly range: Range;
}

/** The report for programs. */
export function toJson(report: Report): string {
  const rangeOf = rangesIn(report.texts);
  const toPlace = (place: Place): JsonPlace => ({
    file: relativePath(report.directory, place.file),
    range: rangeOf(place),
  });
  const toFinding = (file: string, finding: Finding, fingerprint: string): JsonFinding => ({
    ruleId: finding.rule,
    severity: finding.severity,
    fingerprint,
    ...toPlace({ file, span: finding.span }),
    message: finding.message,
    why: finding.because,
    help: finding.help,
    related: finding.related.map((step) => ({ ...toPlace(step), message: step.message })),
    fixes: finding.fixes.flatMap(toPlainFixes).map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ ...toPlace(edit), text: edit.text })),
    })),
  });
  const json: JsonReport = {
    version: 1,
    tool: { name: 'authlint', version: VERSION },
    findings: report.files.flatMap(({ file, findings }) => {
      const prints = fingerprintsOf(file, report);
      return findings.map((finding) => toFinding(file, finding, prints.get(finding) ?? ''));
    }),
    skipped: report.skipped.map((skipped) => ({ ...skipped, file: relativePath(report.directory, skipped.file) })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
