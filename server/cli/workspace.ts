import { analyze, bandStarts, createReader, parseDocument, rules, summarize } from '../../rules';
import type { SettingsLayer } from '../host/config/settings';
import { nodeFileSystem } from '../host/nodeFileSystem';
import { createWorkspace, type Workspace } from '../host/workspace';

/** The files on disk under the settings of the command line; `config` is the path of the one config that counts. */
export function openWorkspace(commandLine: SettingsLayer, config?: string): Workspace {
  return createWorkspace({
    fileSystem: nodeFileSystem,
    engine: { analyze, createReader, parseDocument, summarize },
    rules,
    bandStarts,
    now: Date.now,
    commandLine,
    ...(config !== undefined && { config }),
  });
}
