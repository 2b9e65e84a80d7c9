import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Connect, clientOptions, observe } from './connection';

/** Connects to a server in a process of its own. */
export const connectToProcess: Connect = (surroundings) => {
  const module = surroundings.context.asAbsolutePath('dist/authlint.js');
  const server = { module, args: ['--lsp'], transport: TransportKind.ipc };
  return observe(new LanguageClient('authlint', 'authlint', server, clientOptions(surroundings)), surroundings);
};
