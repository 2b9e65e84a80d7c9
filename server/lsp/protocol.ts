import { NotificationType, NotificationType0, RequestType } from 'vscode-languageserver';
import { rules } from '../../rules';
import type { Config } from '../host/config/configs';
import type { DirectoryEntry } from '../host/files/fileSystem';
import { basename, toUri } from '../host/files/path';

import type { Outcome } from './checker';
import type { IndexState } from './indexView';

/** Server to client: the bytes of a file in base64; `null` when there is no such file. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, void>('authlint/readFile');

/** Server to client: the entries of a directory; `null` when there is no such directory. */
export const ReadDirectoryRequest = new RequestType<{ readonly uri: string }, readonly DirectoryEntry[] | null, void>(
  'authlint/readDirectory',
);

/** Server to client: the text that a file has in the last commit, empty of a file that is new; `null` where nobody knows. */
export const CommittedTextRequest = new RequestType<{ readonly uri: string }, string | null, void>(
  'authlint/committedText',
);

/** Client to server: another commit is the last one. */
export const CommitsChangedNotification = new NotificationType0('authlint/commitsChanged');

/** Server to client, after each check of an open document: what became of it. */
export const StatusNotification = new NotificationType<DocumentStatus>('authlint/status');

export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  /** How many rules there are. */
  readonly rules: number;
  readonly findings: number;
  /** How many more there are, which the baseline or the last commit has already. */
  readonly known: number;
  /** How long the last analysis took. */
  readonly milliseconds: number;
  /** Why the document was not checked; absent when it was. */
  readonly skipped?: string;
  /** The address of the config file that counts first; absent when there is none. */
  readonly config?: string;
  /** The first thing that is wrong in a config that counts, with its place. */
  readonly configProblem?: string;
}

export function toStatus(outcome: Outcome, { files, problems }: Config): DocumentStatus {
  const { uri, version } = outcome.document;
  const [config] = files;
  const [problem] = problems;
  const about = {
    uri,
    version,
    rules: rules.length,
    ...(config !== undefined && { config: toUri(config) }),
    ...(problem !== undefined && { configProblem: `${basename(problem.file)}:${problem.line}: ${problem.message}` }),
  };
  if (outcome.kind === 'skipped') return { ...about, findings: 0, known: 0, milliseconds: 0, skipped: outcome.reason };
  const { findings, known, milliseconds } = outcome;
  return { ...about, findings: findings.length, known, milliseconds };
}

/** Server to client: how far the index of the workspace is; until it is complete, what depends on all files is not found. */
export const IndexNotification = new NotificationType<{ readonly state: IndexState }>('authlint/index');

/** What a client may say in `initializationOptions`; everything is optional. */
export interface InitializationOptions {
  /** Answers `authlint/readFile` and `authlint/readDirectory`. */
  readonly fileAccess: boolean;
  /** Answers `authlint/committedText`, and sends `authlint/commitsChanged`. */
  readonly commits: boolean;
  /** The address of the file with the pages of the rules, for a worker: it reads that as any other. */
  readonly pages: string | undefined;
  /** Wants `authlint/status` and `authlint/index`. */
  readonly status: boolean;
  /** The settings of section `authlint`, for clients without `workspace/configuration`. */
  readonly settings: unknown;
}

export function toInitializationOptions(value: unknown): InitializationOptions {
  const options = typeof value === 'object' && value !== null ? (value as Partial<InitializationOptions>) : {};
  const { fileAccess, commits, pages, status, settings } = options;
  return {
    fileAccess: fileAccess === true,
    commits: commits === true,
    pages: typeof pages === 'string' ? pages : undefined,
    status: status === true,
    settings,
  };
}
