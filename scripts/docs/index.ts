import type { GeneratedFile } from '../registries';
import { commandLinePage } from './commandLine';
import { configurationPage } from './configuration';
import { factsPage } from './factsPage';
import { librariesIndex } from './librariesIndex';
import { libraryPages } from './libraryPages';
import { readme } from './readme';
import { rulePages, rulesIndex } from './rulePages';

/** The folders in which every file is generated. */
export const GENERATED_FOLDERS = ['docs/rules', 'docs/libraries'];

/** The documentation that is derived from the rules, the models and the shape of the configuration. */
export function documentation(): readonly GeneratedFile[] {
  return [
    rulesIndex(),
    ...rulePages(),
    librariesIndex(),
    ...libraryPages(),
    factsPage(),
    configurationPage(),
    commandLinePage(),
    readme(),
  ];
}
