import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { nodeFileSystem } from '../host/files/nodeFileSystem';
import { createNodeScanReader } from '../host/files/nodeScanReader';
import { isUri } from '../host/files/path';
import { createScanReader } from '../host/files/scanReader';
import { readRulePages } from '../host/nodeRulePages';
import { clientFileSystem, NO_FILES } from './clientFileSystem';
import { startServer } from './server';

// The VS Code client talks over Node's own channel, every other editor over standard input and output.
const connection = process.argv.includes('--node-ipc')
  ? createConnection(new IPCMessageReader(process), new IPCMessageWriter(process))
  : createConnection(process.stdin, process.stdout);

startServer(connection, ({ fileAccess }) => {
  const virtual = fileAccess ? clientFileSystem(connection) : NO_FILES;
  const disk = { fileSystem: nodeFileSystem, scanReader: createNodeScanReader() };
  const editor = { fileSystem: virtual, scanReader: createScanReader(virtual) };
  const of = (path: string): typeof disk => (isUri(path) ? editor : disk);
  return {
    readPages: async () => readRulePages(),
    fileSystem: {
      readFile: (path) => of(path).fileSystem.readFile(path),
      readDirectory: (path) => of(path).fileSystem.readDirectory(path),
    },
    scanReader: {
      entries: (directory) => of(directory).scanReader.entries(directory),
      read: (file, mayMatter) => of(file).scanReader.read(file, mayMatter),
    },
  };
});
