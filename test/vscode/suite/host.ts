import * as vscode from 'vscode';
import { MARK } from '../launcher/mark';
import { closeAll, open } from './editor';
import { equal, eventually, eventuallyEqual } from './expect';

/** `node` or `web`; set by the bundler. */
declare const EXTENSION_HOST: string;

describe('the extension host', () => {
  it('is the one that this run is about', () => {
    equal(typeof importScripts === 'undefined' ? 'node' : 'web', EXTENSION_HOST);
  });

  it('is watched for attempts to leave the machine', () => {
    // A browser is watched from outside, and refuses by its own command line.
    if (EXTENSION_HOST === 'node') equal(Reflect.get(globalThis, 'authlintNetwork'), 'refused');
  });
});

/** Of the table of activations: eager, load code, call activate, finish activate. */
const OWN_ROW = /^\| authlint\.authlint +\| \w+ +\| (\d+) +\| (\d+) +\| (\d+) +\|/m;

describe('the extension', () => {
  it('is activated by the first document that it may have to look at', async () => {
    await open('src/client.ts');
    await eventuallyEqual(() => vscode.extensions.getExtension('authlint.authlint')?.isActive, true);
    // As VS Code measures it, among all else that starts at that time.
    await vscode.commands.executeCommand('perfview.show');
    const measured = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
    const text = await eventually(measured, (shown) => OWN_ROW.test(shown));
    const [, load, activate, finish] = OWN_ROW.exec(text) ?? [];
    console.log(`${MARK}      activation: ${load} ms to load, ${activate} ms to activate, ${finish} ms to finish`);
    await closeAll();
  });
});

declare const importScripts: unknown;
