import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createScanReader } from '../host/files/scanReader';
import { clientFileSystem, NO_FILES } from './clientFileSystem';
import { startServer } from './server';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, ({ fileAccess }) => {
  const fileSystem = fileAccess ? clientFileSystem(connection) : NO_FILES;
  return { fileSystem, scanReader: createScanReader(fileSystem) };
});
// A web worker outlives its connection unless it ends itself.
connection.onExit(() => self.close());
