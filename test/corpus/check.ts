import { type Finding, lineIndex, type Settings } from '../../rules';
import { checkCauses } from '../checks/causes';
import { checkOutcome, fixed, type State, type Taken, waysToFix } from '../checks/fixes';
import { type Found, openProject, type Project } from './project';

/** What was looked at in a package, and what of it is not as it is to be. */
export interface Outcome {
  readonly findings: number;
  /** The ways to take their fixes. */
  readonly fixes: number;
  readonly faults: readonly string[];
}

const PRESETS: readonly Settings['preset'][] = ['strict', 'recommended'];

/** Takes every fix of every finding in a package by itself, and looks for findings that have one cause. */
export async function checkPackage(directory: string, folders: readonly string[] = ['.']): Promise<Outcome> {
  const project = await openProject(directory, folders);
  const outcomes: Outcome[] = [];
  for (const preset of PRESETS) {
    const found = await project.foundUnder(preset);
    for (const [file, findings] of found) outcomes.push(await checkFile(file, findings, found, project));
  }
  return {
    findings: outcomes.reduce((sum, one) => sum + one.findings, 0),
    fixes: outcomes.reduce((sum, one) => sum + one.fixes, 0),
    faults: outcomes.flatMap(({ faults }) => faults),
  };
}

async function checkFile(file: string, findings: readonly Finding[], found: Found, project: Project): Promise<Outcome> {
  const faults: string[] = [];
  const text = project.textOf(file);
  const lines = lineIndex(text);
  const note = (place: string, check: () => void): void => {
    try {
      check();
    } catch (error) {
      // Whole files follow.
      const [what] = String(error).split('\n');
      faults.push(`${place}: ${what}`);
    }
  };
  note(file, () => checkCauses(findings, text));
  const ways = findings.flatMap(waysToFix);
  for (const taken of ways) {
    const { before, after } = await take(taken, file, found, project);
    const line = lines.positionAt(taken.finding.span.start).line + 1;
    note(`${file}:${line}`, () => checkOutcome(taken, before, after));
  }
  return { findings: findings.length, fixes: ways.length, faults };
}

/** The files that a fix is about, before and after it. */
async function take(
  taken: Taken,
  file: string,
  found: Found,
  project: Project,
): Promise<{ readonly before: State; readonly after: State }> {
  const names = [...new Set([file, ...taken.fix.edits.map((edit) => edit.file)])];
  const texts = new Map(names.map((name) => [name, project.textOf(name)]));
  const changed = fixed(texts, taken);
  const allOf = (some: Found): readonly Finding[] => names.flatMap((name) => some.get(name) ?? []);
  const before = { texts, findings: allOf(found) };
  return { before, after: { texts: changed, findings: allOf(await project.foundWith(changed)) } };
}
