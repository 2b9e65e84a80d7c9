import { readdirSync } from 'node:fs';
import path from 'node:path';
import { libraryPath, provideProgram } from '../vscode/provision/debian';

/** How an editor is started: arguments that come before the test's own, and its environment. */
export interface Started {
  readonly executable: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** The Neovim that NVIM_PATH names, else Debian's. */
export async function provideNeovim(): Promise<Started> {
  const { executable, root } = await provideProgram({
    name: 'Neovim',
    packages: ['neovim'],
    executable: 'usr/bin/nvim',
    variable: 'NVIM_PATH',
    size: '8 MB',
  });
  if (root === undefined) return { executable, args: [], environment: {} };
  return {
    executable,
    args: [],
    environment: {
      LD_LIBRARY_PATH: await libraryPath(root),
      VIMRUNTIME: path.join(root, 'usr/share/nvim/runtime'),
    },
  };
}

/** The Emacs that EMACS_PATH names, which must have the packages eglot and lsp-mode, else Debian's. */
export async function provideEmacs(): Promise<Started> {
  const { executable, root } = await provideProgram({
    name: 'Emacs',
    packages: ['emacs-nox', 'elpa-eglot', 'elpa-lsp-mode'],
    executable: 'usr/bin/emacs-nox',
    variable: 'EMACS_PATH',
    size: '48 MB',
  });
  if (root === undefined) return { executable, args: [], environment: {} };
  const [version = ''] = readdirSync(path.join(root, 'usr/libexec/emacs'));
  const libraries = path.join(root, 'usr/libexec/emacs', version);
  const [machine = ''] = readdirSync(libraries);
  const dump = readdirSync(path.join(libraries, machine)).find((name) => name.endsWith('.pdmp')) ?? '';
  const lisp = path.join(root, 'usr/share/emacs', version, 'lisp');
  const packages = path.join(root, 'usr/share/emacs/site-lisp/elpa-src');
  const folders = [lisp, ...foldersIn(lisp), ...foldersIn(packages)];
  return {
    executable,
    args: [`--dump-file=${path.join(libraries, machine, dump)}`],
    environment: {
      LD_LIBRARY_PATH: await libraryPath(root),
      EMACSDATA: path.join(root, 'usr/share/emacs', version, 'etc'),
      EMACSPATH: path.join(libraries, machine),
      EMACSLOADPATH: folders.join(':'),
    },
  };
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name));
}
