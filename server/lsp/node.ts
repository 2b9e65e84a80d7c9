import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import type { FileSystem } from '../host/fileSystem';
import { nodeFileSystem } from '../host/nodeFileSystem';
import { isUri } from '../host/path';
import { clientFileSystem, NO_FILES } from './clientFileSystem';
import { startServer } from './server';

// The VS Code client talks over Node's own channel, every other editor over standard input and output.
const connection = process.argv.includes('--node-ipc')
  ? createConnection(new IPCMessageReader(process), new IPCMessageWriter(process))
  : createConnection(process.stdin, process.stdout);

startServer(connection, ({ fileAccess }) => {
  const virtual = fileAccess ? clientFileSystem(connection) : NO_FILES;
  const fileSystemOf = (path: string): FileSystem => (isUri(path) ? virtual : nodeFileSystem);
  return {
    readFile: (path) => fileSystemOf(path).readFile(path),
    readDirectory: (path) => fileSystemOf(path).readDirectory(path),
  };
});
