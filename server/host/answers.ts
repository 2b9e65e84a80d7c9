import type { Dependency, EnvironmentVariable, Missing, ModuleSummary, Settings, World } from '../../rules';
import type { Environments } from './environments';
import { dirname } from './files/path';
import type { Modules } from './modules/modules';
import type { Summaries } from './summaries';
import type { Versions } from './versions/versions';

export type Answer = ModuleSummary | Dependency | EnvironmentVariable | null;

/** Answers what the engine asks: at once where the answer is loaded, else after loading it. */
export interface Answers {
  peek(question: Missing): Answer | undefined;
  load(question: Missing): Promise<Answer>;
}

/** What one analysis asked and was told, by question. */
export type Asked = ReadonlyMap<string, { readonly question: Missing; readonly answer: Answer | undefined }>;

export function createAnswers(
  modules: Modules,
  summaries: Summaries,
  versions: Versions,
  environments: Environments,
): Answers {
  return {
    peek(question) {
      if (question.kind === 'dependency') return versions.peek(question.package, dirname(question.from));
      if (question.kind === 'environment') return environments.peek(question.name, dirname(question.from));
      if (question.kind === 'module') return summaries.peek(question.file);
      const path = modules.peek(question.specifier, question.from);
      if (path === undefined) return undefined;
      return path.value === undefined ? null : summaries.peek(path.value);
    },
    async load(question) {
      if (question.kind === 'dependency') return versions.find(question.package, dirname(question.from));
      if (question.kind === 'environment') return environments.find(question.name, dirname(question.from));
      if (question.kind === 'module') return summaries.get(question.file);
      const path = await modules.find(question.specifier, question.from);
      return path === undefined ? null : summaries.get(path);
    },
  };
}

/** A world of what is loaded, which notes what is asked of it. What it has answered once, it answers again. */
export function recordWorld(
  answers: Answers,
  settings: Settings,
  now: number,
  index?: World['index'],
): { world: World; asked: Asked } {
  const asked = new Map<string, { question: Missing; answer: Answer | undefined }>();
  const ask = (question: Missing): Answer | undefined => {
    const key = toKey(question);
    const before = asked.get(key)?.answer;
    if (before !== undefined) return before;
    const answer = answers.peek(question);
    asked.set(key, { question, answer });
    return answer;
  };
  const world: World = {
    settings,
    now,
    ...(index !== undefined && { index }),
    // The kind of a question decides the kind of its answer.
    summary: (specifier, from) => ask({ kind: 'summary', specifier, from }) as ModuleSummary | null | undefined,
    module: (file) => ask({ kind: 'module', file }) as ModuleSummary | null | undefined,
    dependency: (name, from) => ask({ kind: 'dependency', package: name, from }) as Dependency | null | undefined,
    environment: (name, from) => ask({ kind: 'environment', name, from }) as EnvironmentVariable | null | undefined,
  };
  return { world, asked };
}

/** Whether every question that an analysis asked would be answered the same now. */
export async function areCurrent(asked: Asked, answers: Answers): Promise<boolean> {
  for (const { question, answer } of asked.values()) {
    const now = answers.peek(question) ?? (await answers.load(question));
    if (!isSame(question, answer, now)) return false;
  }
  return true;
}

/** The files that the answers are about. */
export function filesIn(asked: Asked): readonly string[] {
  return [...asked.values()].flatMap(({ answer }) => (answer && 'file' in answer ? [answer.file] : []));
}

/** Identifies a question among all others. */
export function toKey(question: Missing): string {
  switch (question.kind) {
    case 'summary':
      return `summary\n${question.specifier}\n${question.from}`;
    case 'module':
      return `module\n${question.file}`;
    case 'dependency':
      return `dependency\n${question.package}\n${question.from}`;
    case 'environment':
      return `environment\n${question.name}\n${question.from}`;
  }
}

/** Summaries that say the same are the same object. */
function isSame(question: Missing, one: Answer | undefined, other: Answer): boolean {
  if (question.kind !== 'dependency' && question.kind !== 'environment') return one === other;
  return JSON.stringify(one) === JSON.stringify(other);
}
