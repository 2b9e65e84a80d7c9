import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPackage } from './check';
import { fetchAll, nameOf } from './fetch';
import { type CorpusPackage, PACKAGES } from './packages';
import { type Checked, differences, type Found, type Reviewed, toPage, withVerdicts } from './record';

const AUTHLINT = resolve(__dirname, '../../dist/authlint.js');
const RECORD = join(__dirname, 'verdicts.json');
const PAGE = resolve(__dirname, '../../docs/corpus.md');

/** Checks every package of the corpus, says what differs from the verdicts on record, and takes every fix. */
async function main(): Promise<void> {
  const record = JSON.parse(readFileSync(RECORD, 'utf8')) as readonly Reviewed[];
  const found: Found[] = [];
  const checked = new Map<string, Checked>();
  const faults: string[] = [];
  const directories = await fetchAll(PACKAGES);
  for (const one of PACKAGES) {
    const directory = directories.get(nameOf(one)) ?? '';
    const findings = check(one, directory, 'recommended');
    found.push(...findings);
    const strict = check(one, directory, 'strict').length;
    checked.set(nameOf(one), { files: countFiles(directory, one.folders ?? ['.']), strict });
    if (strict > 0) faults.push(...(await checkPackage(directory, one.folders)).faults);
    if (strict > 0 !== (one.findings !== undefined))
      faults.push(`${nameOf(one)}: \`findings\` in packages.ts is wrong`);
  }
  const now = withVerdicts(found, record);
  const changes = differences(now, record);
  for (const change of [...changes, ...faults]) console.log(change);
  const wrong = now.filter(({ verdict }) => verdict === 'wrong' || verdict === 'open').length;
  const strict = [...checked.values()].reduce((sum, one) => sum + one.strict, 0);
  console.log(
    `${PACKAGES.length} packages, ${now.length} findings (${strict} of the strict preset), ${wrong} wrong or open, ${changes.length} changes, ${faults.length} faults.`,
  );
  if (faults.length > 0) process.exitCode = 1;
  if (process.argv.includes('--update')) {
    writeFileSync(RECORD, `${JSON.stringify(now, undefined, 2)}\n`);
    writeFileSync(PAGE, toPage(now, checked));
  } else if (changes.length > 0) {
    console.log('npm run corpus -- --update writes them down; then give each new one a verdict and a sentence.');
    process.exitCode = 1;
  }
}

interface JsonReport {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly file: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

function check(one: CorpusPackage, directory: string, preset: 'recommended' | 'strict'): readonly Found[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [AUTHLINT, 'check', '--no-ignore', '--format', 'json', '--preset', preset, ...(one.folders ?? ['.'])],
    { cwd: directory, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  if (status !== 0 && status !== 1) throw new Error(`${nameOf(one)}: ${stderr}`);
  const { findings } = JSON.parse(stdout) as JsonReport;
  return findings.map(({ ruleId, severity, file, range: { start } }) => {
    const line = readFileSync(join(directory, file), 'utf8').split('\n')[start.line - 1] ?? '';
    const code = line.trim().slice(0, 160);
    return { package: nameOf(one), file, line: start.line, rule: ruleId, severity, code };
  });
}

function countFiles(directory: string, folders: readonly string[]): number {
  const { stdout } = spawnSync('find', [...folders, '-type', 'f'], { cwd: directory, encoding: 'utf8' });
  return stdout.split('\n').filter((file) => /(?<!\.d)\.[cm]?[jt]sx?$/.test(file)).length;
}

void main();
