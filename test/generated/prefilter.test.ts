import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  analyze,
  bandStarts,
  createReader,
  type Finding,
  lineIndex,
  parseDocument,
  rules,
  summarize,
} from '../../rules';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { createWorkspace } from '../../server/host/workspace';
import { createIndex, type IndexView } from '../../server/host/workspaceIndex';
import { createSandbox } from '../cli/runs';
import { generateProject, type ProjectFiles } from './projects';

const NOTES_APP = join(__dirname, '../../examples/notes-app');
const SEEDS = 40;

/** `file:line:column rule` for each finding, in one order. */
type Report = readonly string[];

/** What the command line finds: it looks into the files that may matter, and leads from there to others. */
async function findQuickly(files: ProjectFiles): Promise<Report> {
  const sandbox = createSandbox();
  try {
    for (const [name, text] of Object.entries(files)) sandbox.write(name, text);
    const { stdout } = await sandbox.authlint('check --format json .');
    const { findings } = JSON.parse(stdout) as { findings: JsonFinding[] };
    return findings
      .map(({ file, range, ruleId }) => `${file}:${range.start.line}:${range.start.column} ${ruleId}`)
      .sort();
  } finally {
    sandbox.remove();
  }
}

interface JsonFinding {
  readonly file: string;
  readonly ruleId: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

/** What is found when every file is analysed, every call looked into, and everything known of every file. */
async function findThoroughly(files: ProjectFiles): Promise<Report> {
  const sandbox = createSandbox();
  try {
    for (const [name, text] of Object.entries(files)) sandbox.write(name, text);
    const scripts = Object.keys(files).filter((name) => /\.tsx?$/.test(name));
    const workspace = createWorkspace({
      fileSystem: nodeFileSystem,
      engine: { analyze, createReader, parseDocument, summarize },
      rules,
      bandStarts,
      now: Date.now,
    });
    const index = createIndex();
    for (const name of scripts) index.note(join(sandbox.directory, name), files[name], []);
    const everything: IndexView = {
      seenFrom: (home) => ({ ...index.seenFrom(home), isWrapper: () => true }),
    };
    const report: string[] = [];
    for (let round = 1; round <= 3; round++) {
      report.length = 0;
      for (const name of scripts) {
        const file = join(sandbox.directory, name);
        const { result, contributor } = await workspace.indexFile(file, { index: everything, contributes: true });
        assert.ok(result.kind === 'analyzed' && contributor !== undefined);
        index.add(file, contributor.home, contributor.contribution);
        report.push(...result.analysis.findings.map((finding) => toLine(name, files[name] ?? '', finding)));
      }
    }
    return report.sort();
  } finally {
    sandbox.remove();
  }
}

function toLine(name: string, text: string, { rule, span }: Finding): string {
  const { line, character } = lineIndex(text).positionAt(span.start);
  return `${name}:${line + 1}:${character + 1} ${rule}`;
}

function filesIn(directory: string, prefix = ''): ProjectFiles {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) Object.assign(files, filesIn(path, `${prefix}${entry.name}/`));
    else files[prefix + entry.name] = readFileSync(path, 'utf8');
  }
  return files;
}

describe('looking only into what may matter', function () {
  this.timeout(600_000);

  it('finds in the example application what looking into everything finds', async () => {
    const files = filesIn(NOTES_APP);
    const thorough = await findThoroughly(files);
    assert.ok(thorough.length > 10);
    assert.deepEqual(await findQuickly(files), thorough);
  });

  it(`finds in ${SEEDS} generated projects what looking into everything finds`, async () => {
    let found = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { files, dangerous } = generateProject(seed);
      const thorough = await findThoroughly(files);
      assert.deepEqual(await findQuickly(files), thorough, `project ${seed}`);
      for (const file of dangerous)
        assert.ok(
          thorough.some((line) => line.startsWith(`${file}:`)),
          `${seed}: ${file}`,
        );
      found += thorough.length;
    }
    assert.ok(found > SEEDS * 2, `${found} findings`);
  });
});
