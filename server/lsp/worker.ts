import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { fromUri } from '../host/files/path';
import { createScanReader } from '../host/files/scanReader';
import { toRulePages } from '../host/rulePages';
import { clientFileSystem, NO_FILES } from './clientFileSystem';
import { startServer } from './server';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, ({ fileAccess, pages }) => {
  const fileSystem = fileAccess ? clientFileSystem(connection) : NO_FILES;
  return {
    fileSystem,
    scanReader: createScanReader(fileSystem),
    readPages: async () => toRulePages(pages === undefined ? undefined : await fileSystem.readFile(fromUri(pages))),
  };
});
// A web worker outlives its connection unless it ends itself.
connection.onExit(() => self.close());
