import './bdd';
import './host';
import './diagnostics';
import './quickFixes';
import './crossFile';
import './notebooks';
import './tokenHover';
import './tokenCommands';
import './settings';
import './scope';
import './commands';
import './allFiles';
import './log';

export { run } from './run';
