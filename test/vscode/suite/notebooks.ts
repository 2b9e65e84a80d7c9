import * as vscode from 'vscode';
import { apply, findAction, replace, rulesOf, toUri } from './editor';
import { equal, eventuallyEqual } from './expect';

describe('the cells of a notebook', () => {
  after(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are checked in the languages that are, and import what lies beside the notebook', async () => {
    const cells = await openCells();
    await eventuallyEqual(() => cells.map(rulesOf), FOUND);
  });

  it('are checked while they are typed, each by itself', async () => {
    const cells = await openCells();
    await eventuallyEqual(() => cells.map(rulesOf), FOUND);
    await replace(cellWith(cells, 'remember'), "localStorage.setItem('token', token)", 'keep(token)');
    await eventuallyEqual(() => cells.map(rulesOf), [[], [], ['cookie-missing-httponly']]);
    await replace(cellWith(cells, 'remember'), 'keep(token)', "localStorage.setItem('token', token)");
    await eventuallyEqual(() => cells.map(rulesOf), FOUND);
  });

  it('are mended where they are', async () => {
    const cells = await openCells();
    const cell = cellWith(cells, 'remember');
    await apply(await findAction(cell, 'token-in-web-storage', /remove/i));
    equal(cell.getText().includes('localStorage'), false);
    await eventuallyEqual(() => rulesOf(cell), []);
  });
});

/** The rules that the cells break: one of Python, and two of the languages that are checked. */
const FOUND = [[], ['token-in-web-storage'], ['cookie-missing-httponly']];

async function openCells(): Promise<readonly vscode.TextDocument[]> {
  const notebook = await vscode.workspace.openNotebookDocument(toUri('src/notes.ipynb'));
  await vscode.window.showNotebookDocument(notebook);
  return notebook.getCells().map(({ document }) => document);
}

function cellWith(cells: readonly vscode.TextDocument[], text: string): vscode.TextDocument {
  const cell = cells.find((candidate) => candidate.getText().includes(text));
  if (cell === undefined) throw new Error(`No cell says ${text}.`);
  return cell;
}
