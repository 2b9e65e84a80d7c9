import { analyze, bandStarts, createReader, parseDocument, rules, summarize } from '../../rules';
import type { SettingsLayer } from '../host/config/settings';
import type { FileSystem } from '../host/files/fileSystem';
import { nodeFileSystem } from '../host/files/nodeFileSystem';
import { createWorkspace, type Workspace } from '../host/workspace';

/** What the command line says about where things are read. */
export interface Sources {
  /** The path of the one config that counts. */
  readonly config?: string | undefined;
  /** The path of the one baseline that counts. */
  readonly baseline?: string | undefined;
  readonly fileSystem?: FileSystem;
}

/** The files on disk under the settings of the command line. */
export function openWorkspace(
  commandLine: SettingsLayer,
  { config, baseline, fileSystem = nodeFileSystem }: Sources = {},
): Workspace {
  return createWorkspace({
    fileSystem,
    engine: { analyze, createReader, parseDocument, summarize },
    rules,
    bandStarts,
    now: Date.now,
    commandLine,
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
  });
}
