import type { Invocation, Log, Result } from 'sarif';
import { DOCS_URL } from '../../../rules/config';
import type { RulePages } from '../../host/rulePages';
import { fingerprintsOf, type Report } from '../report';
import { VERSION } from '../version';
import { lineHashes } from './lineHash';
import { rangesIn } from './ranges';
import { artifactUri, type Places, toResult } from './sarifResult';
import { toReportingDescriptor } from './sarifRule';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 2.1.0 as GitHub code scanning shows it in full, with the pages of the rules as help. */
export function toSarif(report: Report, pages: RulePages): string {
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'authlint',
            semanticVersion: VERSION,
            informationUri: DOCS_URL,
            rules: [...report.rules.values()].map((rule) => toReportingDescriptor(rule, pages.get(rule.id))),
          },
        },
        automationDetails: { id: 'authlint/' },
        columnKind: 'utf16CodeUnits',
        invocations: [toInvocation(report)],
        results: toResults(report),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toInvocation({ directory, skipped }: Report): Invocation {
  return {
    executionSuccessful: true,
    toolExecutionNotifications: skipped.map(({ file, reason, message }) => ({
      level: 'warning',
      descriptor: { id: reason },
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: { uri: artifactUri(directory, file) } } }],
    })),
  };
}

function toResults(report: Report): Result[] {
  const places: Places = { directory: report.directory, rangeOf: rangesIn(report.texts) };
  const ruleIndexes = new Map([...report.rules.keys()].map((id, index) => [id, index]));
  return report.files.flatMap(({ file, findings }) => {
    const lines = lineHashes(report.texts.get(file) ?? '');
    const stable = fingerprintsOf(file, report);
    return findings.map((finding) => {
      const line = places.rangeOf({ file, span: finding.span }).start.line;
      return {
        ...toResult(file, finding, places),
        ruleIndex: ruleIndexes.get(finding.rule) ?? -1,
        partialFingerprints: {
          primaryLocationLineHash: lines[line - 1] ?? '',
          'authlint/v1': stable.get(finding) ?? '',
        },
      };
    });
  });
}
