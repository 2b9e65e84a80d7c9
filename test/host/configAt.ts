import { type Config, createConfigs } from '../../server/host/config/configs';
import { createFiles } from '../../server/host/files/files';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { project } from './project';

/** Rules enough for a config to name. */
export const RULES = [
  { id: 'jwt-alg-none', summary: 'Unsigned tokens are accepted.' },
  { id: 'token-in-url', summary: 'A token travels in a URL.' },
];

/** The config of a directory of a project with these files. */
export async function configAt(
  files: Readonly<Record<string, string>>,
  directory = '',
): Promise<Config & { base: string }> {
  const base = project(files);
  const configs = createConfigs(createFiles(nodeFileSystem), RULES);
  return { ...(await configs.at(directory === '' ? base : `${base}/${directory}`)), base };
}

/** The problems of one config as `line:column message`. */
export async function problemsOf(config: string): Promise<readonly string[]> {
  const { problems } = await configAt({ 'authlint.config.json': config });
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}
