import { version } from '../../package.json';

/** This release of authlint, as package.json says. */
export const VERSION: string = version;
