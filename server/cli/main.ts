import { run } from './run';
import { INTERRUPTED } from './status';
import { processTerminal } from './terminal';

// Whoever reads our output may stop early, as `head` does; the exit status stays what it is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.once('SIGINT', () => process.exit(INTERRUPTED));

const args = process.argv.slice(2);
if (args.includes('--lsp')) {
  void import('../lsp/node');
} else {
  void run(args, processTerminal).then((status) => {
    process.exitCode = status;
  });
}
