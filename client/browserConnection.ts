import { Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Connect, clientOptions, observe } from './connection';

/** Connects to a server in a web worker. */
export const connectToWorker: Connect = (surroundings) => {
  const script = Uri.joinPath(surroundings.context.extensionUri, 'dist/server.worker.js').toString(true);
  // VS Code's web host makes workers that are no `instanceof Worker`, so the client cannot take one as it is.
  const start = async () => {
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return observe(new LanguageClient('authlint', 'authlint', start, clientOptions(surroundings)), surroundings);
};
