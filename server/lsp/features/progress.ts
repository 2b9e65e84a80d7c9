import { type CancellationToken, CancellationTokenSource, type WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Session } from '../session';

/** Says how far something is. */
export type Tell = (done: number, total: number) => void;

export interface Work<T> {
  readonly title: string;
  /** Where the editor wants to be told how far it is; else it is asked for a place, if it has any. */
  readonly given: WorkDoneProgressReporter | undefined;
  run(token: CancellationToken, tell: Tell): Promise<T>;
}

/** Runs something that takes long, and shows how far it is; `undefined` when the user ends it there. */
export async function withProgress<T>(
  { connection, editor }: Session,
  token: CancellationToken,
  { title, given, run }: Work<T>,
): Promise<T | undefined> {
  const created =
    given === undefined && editor.workDoneProgress ? await connection.window.createWorkDoneProgress() : undefined;
  const reporter = given ?? created;
  const source = new CancellationTokenSource();
  const cancellations = [token, created?.token].map((one) => one?.onCancellationRequested(() => source.cancel()));
  let last = -1;
  const tell: Tell = (done, total) => {
    const percentage = Math.floor((100 * done) / Math.max(1, total));
    if (percentage !== last) reporter?.report(percentage, `${done} of ${total} files`);
    last = percentage;
  };
  reporter?.begin(title, 0, undefined, true);
  try {
    return await run(source.token, tell);
  } catch (error) {
    if (created?.token.isCancellationRequested && !token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    reporter?.done();
    for (const one of cancellations) one?.dispose();
  }
}
