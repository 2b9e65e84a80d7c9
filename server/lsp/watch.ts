import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver';
import { fromUri } from '../host/files/path';
import { asRecord } from '../host/packages/manifests';
import type { FileChange } from '../host/workspace';
import type { Session } from './session';

/** The files that can change what is found in another file. */
const WATCHED = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,vue,svelte,astro,html,htm,json}',
  '**/{yarn.lock,pnpm-lock.yaml,pnpm-workspace.yaml,bun.lock}',
  '**/.env{,.local,.production,.production.local,.prod,.staging}',
  '**/{.authlint-baseline.json,.gitignore}',
];

const KINDS: Readonly<Record<FileChangeType, FileChange['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** Has the editor tell of changed files and settings, as far as it can, and passes the news on. */
export function watch(session: Session): void {
  const { connection, editor } = session;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.filesChanged(changes.map(({ uri, type }) => ({ path: fromUri(uri), kind: KINDS[type] })));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.attempt('Reading the settings', async () => {
      await session.settingsChanged(asRecord(settings)?.authlint);
      if (editor.inlayHintRefresh) await connection.languages.inlayHint.refresh();
    });
  });
  session.attempt('Watching', async () => {
    if (editor.watcherRegistration) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (editor.configurationRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'authlint' });
    }
  });
}
