// Rule 5 of "How a rule decides": the same list stands in docs/configuration.md.
const TEST_DIRECTORY =
  /^(?:__tests?__|__mocks__|__e2e__|__fixtures__|tests?|testing|test-(?:utils|helpers)|integration-tests|e2e|cypress|playwright|detox|fixtures|mocks|seed.*)$/;
const TEST_NAME =
  /.\.(?:test|spec|cy|tst|test-d|stories|e2e|clienttest|servertest|mock|seed|seeder)\.|^(?:mock|test(?:-utils|-helpers|Utils|Helpers))\.|Test\.ts$/;
/** Where tools for databases look for what fills an empty one; elsewhere a seed may be that of a key. */
const SEED = /(?:^|\/)(?:prisma|drizzle|db|database)\/seed\.[^/.]+$/;
const SET_UP_NAME =
  /^(?:(?:vitest|jest)[.-]?(?:global[.-]?)?setup|(?:global[.-]?)?setup[.-]?(?:vitest|jest|tests?))\b/i;

/** Whether a file is test code by its path, taken relative to the analysis root. */
export function isTestFile(relativePath: string): boolean {
  const nameStart = relativePath.lastIndexOf('/') + 1;
  const directory = relativePath.slice(0, nameStart);
  return isTestName(relativePath.slice(nameStart), directory) || isTestDirectory(directory);
}

/** Whether everything in a directory is test code by its path, taken relative to the analysis root. */
export function isTestDirectory(relativePath: string): boolean {
  return relativePath.split('/').some((name) => TEST_DIRECTORY.test(name));
}

/** Whether a file is test code by its name, in a directory that may hold others. */
export function isTestName(name: string, directory: string): boolean {
  return TEST_NAME.test(name) || SET_UP_NAME.test(name) || SEED.test(`${directory.replace(/\/$/, '')}/${name}`);
}
