const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro|html?)$/;
const DECLARATIONS = /\.d\.(?:[^.]+\.)?[cm]?ts$/;
const MINIFIED = /[.-]min\.[cm]?js$/;
const SETTINGS = /^(?:package|package-lock|npm-shrinkwrap|authlint\.config|\.authlint-baseline|[jt]sconfig.*)\.json$/;
const PLUG_AND_PLAY = /^\.pnp\./;

/** What nobody writes by hand and no project wants checked, whatever its ignore files say. */
const SKIPPED_DIRECTORIES: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  '.yarn',
]);

/** Whether a file is TypeScript or JavaScript by its name, or holds some: a component, a page. */
export function isScript(name: string): boolean {
  return SCRIPT.test(name);
}

/** Whether a scan looks into a file of this name: code that people write and that runs. */
export function isScanned(name: string): boolean {
  return SCRIPT.test(name) && !DECLARATIONS.test(name) && !MINIFIED.test(name) && !PLUG_AND_PLAY.test(name);
}

/** Whether code may import a file of this name as a value. */
export function isDataName(name: string): boolean {
  return /\.(?:json5?|ya?ml|toml|hjson)$/.test(name);
}

/** Whether a file counts for nothing but the code and the values in it: for no setting, manifest or lock. */
export function isModule(name: string): boolean {
  return isScript(name) || (name.endsWith('.json') && !SETTINGS.test(name));
}

/** Whether a scan goes into a directory of this name. */
export function isEntered(name: string): boolean {
  return !SKIPPED_DIRECTORIES.has(name);
}
