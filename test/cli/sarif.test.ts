import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Log, Result, Run } from 'sarif';
import { lineHashes } from '../../server/cli/printers/lineHash';
import { toSarif as toSarifWith } from '../../server/cli/printers/sarif';
import type { Report } from '../../server/cli/report';
import { createSandbox } from './runs';
import { DIRECTORY, findingAt, placeOf, reportOf, sampleReport, spanOf } from './sampleReport';
import { findSarifErrors } from './sarifSchema';

/** With a page for one of the rules of the sample. */
const toSarif = (report: Report): string =>
  toSarifWith(report, new Map([['cookie-missing-samesite', '# cookie-missing-samesite\n\nA page.\n']]));

function runOf(report: Report): Run {
  const log: Log = JSON.parse(toSarif(report));
  assert.equal(log.runs.length, 1, 'GitHub rejects several runs of one category');
  return log.runs[0] ?? assert.fail();
}

function resultsOf(report: Report): readonly Result[] {
  return runOf(report).results ?? [];
}

function regionOf(result: Result | undefined): unknown {
  return result?.locations?.[0]?.physicalLocation?.region;
}

describe('SARIF report', () => {
  it('is valid, with and without findings', () => {
    for (const report of [sampleReport(), reportOf({}, {})]) assert.equal(findSarifErrors(toSarif(report)), undefined);
  });

  it('is valid for all that the example application shows', async () => {
    const sandbox = createSandbox();
    const { stdout } = await sandbox.authlint(`--format sarif ${join(__dirname, '../../examples/notes-app')}`);
    sandbox.remove();
    assert.ok(JSON.parse(stdout).runs[0].results.length > 10);
    assert.equal(findSarifErrors(stdout), undefined);
  });

  it('describes each rule as GitHub asks: help, level, precision, severity as text, tags in lower case', () => {
    const { driver } = runOf(sampleReport()).tool;
    assert.deepEqual(driver.rules?.[2], {
      id: 'cookie-missing-samesite',
      name: 'CookieMissingSamesite',
      shortDescription: { text: 'A cookie goes along with cross-site requests' },
      fullDescription: { text: 'A cookie goes along with cross-site requests' },
      helpUri: 'https://docs.example/rules/cookie-missing-samesite',
      help: {
        text: 'A cookie goes along with cross-site requests. https://docs.example/rules/cookie-missing-samesite',
        markdown: '# cookie-missing-samesite\n\nA page.\n',
      },
      defaultConfiguration: { level: 'warning' },
      properties: {
        tags: ['security', 'external/cwe/cwe-1275', 'external/asvs/v5.0.0-9.2.1'],
        precision: 'high',
        'problem.severity': 'warning',
        'security-severity': '5.4',
      },
    });
    assert.equal(runOf(sampleReport()).automationDetails?.id, 'authlint/');
  });

  it('places each result with start and end, and points at its rule', () => {
    const report = sampleReport();
    const results = resultsOf(report);
    assert.deepEqual(results.map(regionOf), [
      { startLine: 5, startColumn: 16, endLine: 5, endColumn: 24 },
      { startLine: 6, startColumn: 31, endLine: 6, endColumn: 63 },
      { startLine: 2, startColumn: 23, endLine: 2, endColumn: 38 },
    ]);
    const rules = [...report.rules.keys()];
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex ?? -1], ruleId);
    assert.deepEqual(
      results.map((result) => result.level),
      ['error', 'warning', 'error'],
    );
  });

  it('links the message to the path, which is also a code flow', () => {
    const secret = resultsOf(sampleReport())[2];
    const step = {
      physicalLocation: {
        artifactLocation: { uri: 'src/api/auth.ts' },
        region: { startLine: 5, startColumn: 43, endLine: 5, endColumn: 51 },
      },
      message: { text: '`jwt.sign()` uses it as key' },
    };
    assert.match(
      secret?.message.text ?? '',
      /^The key .*\. Whoever .*\. Read .*\.\n\[`jwt\.sign\(\)` uses it as key\]\(1\)$/,
    );
    assert.deepEqual(secret?.relatedLocations, [{ id: 1, ...step }]);
    const locations = secret?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location);
    assert.deepEqual(locations?.[0], step);
    assert.equal(locations?.[1]?.physicalLocation?.artifactLocation?.uri, 'src/config.ts');
  });

  it('escapes the brackets of a link', () => {
    const text = 'sign()';
    const related = [{ ...placeOf('a.ts', text, 'sign'), message: "`['none']`" }];
    const report = reportOf({ 'a.ts': text }, { 'a.ts': [findingAt(spanOf(text, 'sign'), { related })] });
    assert.ok(resultsOf(report)[0]?.message.text?.endsWith("\n[`\\['none'\\]`](1)"));
  });

  it('writes paths relative to the working directory and percent-encoded, others as absolute URIs', () => {
    const inside = 'src/[id] #1/ä.ts';
    const report = reportOf({ [inside]: 'f()' }, { [inside]: [findingAt({ start: 0, end: 1 })] });
    const uriOf = (one: Report): unknown => resultsOf(one)[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
    assert.equal(uriOf(report), 'src/%5Bid%5D%20%231/%C3%A4.ts');
    assert.equal(uriOf({ ...report, directory: `${DIRECTORY}/lib` }), 'file:///work/app/src/%5Bid%5D%20%231/%C3%A4.ts');
  });

  it('names skipped files', () => {
    assert.deepEqual(runOf(sampleReport()).invocations?.[0]?.toolExecutionNotifications, [
      {
        level: 'warning',
        descriptor: { id: 'not-utf8' },
        message: { text: 'The file is not UTF-8 text. Save it as UTF-8.' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'src/old.js' } } }],
      },
    ]);
  });

  it('is the same whenever and however often it is made', () => {
    const { milliseconds, ...report } = sampleReport();
    assert.equal(toSarif({ ...report, milliseconds: milliseconds + 1 }), toSarif(sampleReport()));
  });
});

describe('fingerprints', () => {
  const fingerprintsOf = (text: string, code: readonly string[]): readonly (Record<string, string> | undefined)[] => {
    const findings = code.map((part) => findingAt(spanOf(text, part)));
    return resultsOf(reportOf({ 'a.ts': text }, { 'a.ts': findings })).map((result) => result.partialFingerprints);
  };

  it("carry GitHub's hash of the line", () => {
    const text = 'first();\n\tsign(a);\n';
    assert.equal(fingerprintsOf(text, ['sign'])[0]?.primaryLocationLineHash, lineHashes(text)[1]);
  });

  it('survive edits above and new indentation, not another line', () => {
    const stable = (text: string): unknown => fingerprintsOf(text, ['sign'])[0]?.['authlint/v1'];
    assert.match(String(stable('sign(a);')), /^[0-9a-f]{28}$/);
    assert.equal(stable('sign(a);'), stable('first();\n\n  sign( a );\nlast();'));
    assert.notEqual(stable('sign(a);'), stable('sign(b);'));
  });

  it('tell equal lines apart', () => {
    const [one, two] = fingerprintsOf('sign(a); // sign(b)\n', ['sign(a)', 'sign(b)']);
    assert.notEqual(one?.['authlint/v1'], two?.['authlint/v1']);
  });

  it('do not depend on a secret', () => {
    const fingerprintOf = (text: string): unknown => {
      const finding = findingAt(spanOf(text, text.slice(5, -1)), { rule: 'jwt-hardcoded-secret' });
      return resultsOf(reportOf({ 'a.ts': text }, { 'a.ts': [finding] }))[0]?.partialFingerprints?.['authlint/v1'];
    };
    assert.equal(fingerprintOf("sign('correct horse')"), fingerprintOf("sign('battery staple')"));
  });
});
