import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Settings } from '../../rules';
import { overlayOf } from '../../server/cli/overlay';
import { indexTrees } from '../../server/cli/trees';
import { openWorkspace } from '../../server/cli/workspace';
import type { Files } from '../checks/fixes';

/** What is found, by file. */
export type Found = ReadonlyMap<string, readonly Finding[]>;

/** Directories as the command line sees them, kept in memory: files may get other texts, and the preset may change. */
export interface Project {
  /** As it is on disk. */
  textOf(file: string): string;
  /** What is found with a preset, which counts from now on. */
  foundUnder(preset: Settings['preset']): Promise<Found>;
  /** What is found in a few files while some of them have other texts. */
  foundWith(texts: Files): Promise<Found>;
}

/** Analyses all of the directories with the strict preset: the recommended one finds nothing in a file where it does not. */
export async function openProject(directory: string, folders: readonly string[]): Promise<Project> {
  const texts = new Map<string, string>();
  const found = new Map<string, readonly Finding[]>();
  const settings: { preset: Settings['preset'] } = { preset: 'strict' };
  const { fileSystem, reader } = overlayOf(texts);
  const workspace = openWorkspace(settings, { fileSystem });
  const directories = folders.map((folder) => join(directory, folder));
  const { indexing } = await indexTrees(
    { directories, obeysIgnores: false },
    workspace,
    {
      onFile: () => Promise.resolve(),
      onResult(file, result) {
        if (result.kind === 'analyzed') found.set(file, result.analysis.findings);
      },
      onFailure(_, error) {
        throw error;
      },
      onSkip: () => undefined,
    },
    reader,
  );
  const notable = [...found].flatMap(([file, findings]) => (findings.length > 0 ? [file] : []));
  const textOf = (file: string): string => readFileSync(file, 'utf8').replace(/^\uFEFF/, '');

  /** Analyses files again, as far as they changed, or what they are told. */
  async function take(files: readonly string[]): Promise<void> {
    await indexing.take(files, (file) => Promise.resolve(texts.get(file) ?? textOf(file)));
  }

  let changed: readonly string[] = [];
  async function change(now: Files): Promise<void> {
    texts.clear();
    for (const [file, text] of now) if (text !== textOf(file)) texts.set(file, text);
    const files = [...new Set([...changed, ...texts.keys()])];
    changed = [...texts.keys()];
    for (const file of files) found.delete(file);
    workspace.filesChanged(files.map((path) => ({ path, kind: 'changed' })));
    await take([...new Set([...files, ...now.keys()])]);
  }

  return {
    textOf,
    async foundUnder(preset) {
      settings.preset = preset;
      await change(new Map());
      await take(notable);
      return new Map(notable.map((file) => [file, found.get(file) ?? []]));
    },
    async foundWith(now) {
      await change(now);
      return new Map([...now.keys()].map((file) => [file, found.get(file) ?? []]));
    },
  };
}
