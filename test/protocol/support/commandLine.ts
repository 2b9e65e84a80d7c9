import { createSandbox } from '../../cli/runs';
import type { ProjectFiles } from '../../generated/projects';

/** `line:column rule` for each finding of a file, in one order. */
export type Found = readonly string[];

interface JsonFinding {
  readonly file: string;
  readonly ruleId: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

/** What the command line finds, by file. */
export async function checkAll(files: ProjectFiles): Promise<ReadonlyMap<string, Found>> {
  const sandbox = createSandbox();
  try {
    for (const [name, text] of Object.entries(files)) sandbox.write(name, text);
    const { stdout } = await sandbox.authlint('check --format json .');
    const found = new Map<string, string[]>();
    for (const { file, range, ruleId } of (JSON.parse(stdout) as { findings: JsonFinding[] }).findings) {
      const line = `${range.start.line}:${range.start.column} ${ruleId}`;
      found.set(file, [...(found.get(file) ?? []), line].sort());
    }
    return found;
  } finally {
    sandbox.remove();
  }
}
