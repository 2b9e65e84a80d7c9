import { Disposable, type Event, extensions, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What is used of the interface of VS Code's own Git extension, `extensions/git/src/api/git.d.ts` in VS Code 1.93. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<unknown>;
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
  getRepository(uri: Uri): Repository | null;
}

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: Event<void> };
  /** Rejects when the commit does not have the file. */
  show(ref: string, path: string): Promise<string>;
}

/** Tells the server what the last commit holds. The Git extension is asked for that when somebody wants to know. */
export function answerCommitRequests(client: BaseLanguageClient): Disposable {
  const listening: Disposable[] = [];
  let asked: Promise<Git | undefined> | undefined;
  const find = async (): Promise<Git | undefined> => {
    const git = await findGit();
    if (git !== undefined)
      listening.push(...watchCommits(git, () => client.sendNotification('authlint/commitsChanged')));
    return git;
  };
  client.onRequest('authlint/committedText', async ({ uri }: { readonly uri: string }) => {
    asked ??= find();
    return readCommitted(await asked, Uri.parse(uri));
  });
  return new Disposable(() => Disposable.from(...listening).dispose());
}

/** In a browser there is none, and users may have turned it off. */
async function findGit(): Promise<Git | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  const exported = await extension?.activate();
  if (exported?.enabled !== true) return undefined;
  const git = exported.getAPI(1);
  if (git.state === 'uninitialized') {
    await new Promise<void>((resolve) => {
      const listener = git.onDidChangeState(() => {
        listener.dispose();
        resolve();
      });
    });
  }
  return git;
}

async function readCommitted(git: Git | undefined, uri: Uri): Promise<string | null> {
  const repository = uri.scheme === 'file' ? git?.getRepository(uri) : undefined;
  if (repository == null) return null;
  try {
    return await repository.show('HEAD', uri.fsPath);
  } catch {
    return '';
  }
}

/** Calls back when a repository has another last commit, or when there is another repository. */
function watchCommits(git: Git, onChange: () => void): readonly Disposable[] {
  const commits = new Map<Repository, { readonly commit: string | undefined; readonly listener: Disposable }>();
  const watch = (repository: Repository): void => {
    const { state } = repository;
    const note = (): void => {
      const known = commits.get(repository);
      const commit = state.HEAD?.commit;
      if (known === undefined || known.commit === commit) return;
      commits.set(repository, { ...known, commit });
      onChange();
    };
    commits.set(repository, { commit: state.HEAD?.commit, listener: state.onDidChange(note) });
  };
  git.repositories.forEach(watch);
  return [
    git.onDidOpenRepository((repository) => {
      watch(repository);
      onChange();
    }),
    git.onDidCloseRepository((repository) => {
      commits.get(repository)?.listener.dispose();
      commits.delete(repository);
      onChange();
    }),
    new Disposable(() => {
      for (const { listener } of commits.values()) listener.dispose();
    }),
  ];
}
