import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineIndex } from '../../../rules';
import type { SettingsLayer } from './settings';
import type { ObjectShape } from './shape';
import { validate } from './validate';

/** Something wrong in a config, with a message that names what is allowed. `line` and `column` are 1-based. */
export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** One config as it is written; what is wrong in it is left out. */
export interface ConfigFile {
  readonly file: string;
  readonly settings: SettingsLayer;
  /** The last one that fits a file is the strongest. */
  readonly overrides: readonly Override[];
  readonly ignore: readonly string[];
  readonly root: boolean;
  readonly extends: ExtendedPath | undefined;
  readonly problems: readonly ConfigProblem[];
}

/** Settings for the files that patterns name. */
export interface Override extends Pick<SettingsLayer, 'rules' | 'policy'> {
  readonly files: readonly string[];
}

/** A relative path to another config; `problem` says at the place where it is written what is wrong with it. */
export interface ExtendedPath {
  readonly path: string;
  problem(message: string): ConfigProblem;
}

type Values = SettingsLayer & {
  $schema?: string;
  overrides?: Override[];
  ignore?: string[];
  root?: boolean;
  extends?: string;
};

/** Reads authlint.config.json; comments and trailing commas are welcome. */
export function readConfig(file: string, text: string, shape: ObjectShape): ConfigFile {
  const { tree, problems, problemAt } = parse(file, text);
  if (tree === undefined || problems.length > 0) return { ...toConfigFile(file, {}, undefined), problems };
  return fromTree(file, tree, shape, problemAt);
}

/** Reads `authlint` in a package.json; `undefined` when it has no such key, or is malformed, which others report. */
export function readPackageConfig(file: string, text: string, shape: ObjectShape): ConfigFile | undefined {
  const { tree, problemAt } = parse(file, text);
  const node = tree && findValue(tree, 'authlint');
  return node && fromTree(file, node, shape, problemAt);
}

function fromTree(file: string, tree: Node, shape: ObjectShape, problemAt: ProblemAt): ConfigFile {
  const problems: ConfigProblem[] = [];
  const report = (node: Node, message: string): void => {
    problems.push(problemAt(node.offset, message));
  };
  // The shape makes it so: validate() returns what has the shape, and leaves out the rest.
  const values = (validate(tree, shape, '', report) ?? {}) as Values;
  const at = findValue(tree, 'extends')?.offset ?? 0;
  const { extends: path } = values;
  const extended = path === undefined ? undefined : { path, problem: (message: string) => problemAt(at, message) };
  return { ...toConfigFile(file, values, extended), problems };
}

function toConfigFile(file: string, values: Values, extended: ExtendedPath | undefined): Omit<ConfigFile, 'problems'> {
  const { $schema, overrides = [], ignore = [], root = false, extends: _, ...settings } = values;
  return { file, settings, overrides, ignore, root, extends: extended };
}

type ProblemAt = (offset: number, message: string) => ConfigProblem;

function parse(
  file: string,
  text: string,
): { tree: Node | undefined; problems: ConfigProblem[]; problemAt: ProblemAt } {
  const lines = lineIndex(text);
  const problemAt: ProblemAt = (offset, message) => {
    const { line, character } = lines.positionAt(offset);
    return { file, line: line + 1, column: character + 1, message };
  };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors.map(({ error, offset }) => problemAt(offset, `Malformed JSON: ${toWords(error)}.`));
  return { tree, problems: problems.slice(0, 1), problemAt };
}

function toWords(error: ParseError['error']): string {
  return printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}

function findValue(tree: Node, key: string): Node | undefined {
  return tree.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1];
}
