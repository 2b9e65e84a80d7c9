import './bdd';
import './severalFolders';

export { run } from './run';
