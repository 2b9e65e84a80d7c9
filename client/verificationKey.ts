import { env, l10n, window, workspace } from 'vscode';

/** The largest file that is read as keys, in bytes. */
const LARGEST_FILE = 262_144;

/** Asks for a key: a secret, PEM, a JWK or a set of them. It is not kept. `undefined` when the user gave none. */
export async function askForKey(): Promise<string | undefined> {
  const ways = [
    { label: l10n.t('Paste the key…'), ask: askForText },
    { label: l10n.t('Choose a file…'), detail: l10n.t('PEM, a JWK, or a set of them'), ask: askForFile },
    { label: l10n.t('Take what is on the clipboard'), ask: () => env.clipboard.readText() },
  ];
  const way = await window.showQuickPick(ways, { title: l10n.t('authlint: the key to verify the signature with') });
  return way?.ask();
}

function askForText(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('authlint: the key to verify the signature with'),
    prompt: l10n.t('A shared secret, PEM, a JWK, or a set of them. It stays on this machine, and is not kept.'),
    password: true,
    ignoreFocusOut: true,
  });
}

async function askForFile(): Promise<string | undefined> {
  const [uri] = (await window.showOpenDialog({ openLabel: l10n.t('Verify') })) ?? [];
  if (uri === undefined) return undefined;
  const { size } = await workspace.fs.stat(uri);
  if (size <= LARGEST_FILE) return new TextDecoder().decode(await workspace.fs.readFile(uri));
  await window.showInformationMessage(l10n.t('authlint: this file is too large to be a key.'));
  return undefined;
}
