import { type TextDocument, workspace } from 'vscode';
import { DiagnosticPullMode, type DiagnosticPullOptions, type Middleware, vsdiag } from 'vscode-languageclient';

/** Whether the editor checks a document while it is typed; else it does when the document is saved. */
function isCheckedOnType(document: TextDocument): boolean {
  return workspace.getConfiguration('authlint', document).get('run') !== 'onSave';
}

/** When the editor asks for the findings of a document. */
export const pullOptions: DiagnosticPullOptions = {
  onChange: true,
  onSave: true,
  onFocus: true,
  filter: (document, mode) =>
    mode !== DiagnosticPullMode.onFocus && isCheckedOnType(document) === (mode === DiagnosticPullMode.onSave),
};

/** The server asks for refreshes, too: what is not saved keeps the findings that it had. */
export const provideDiagnostics: NonNullable<Middleware['provideDiagnostics']> = (
  document,
  previousResultId,
  token,
  next,
) => {
  const isWaiting = 'isDirty' in document && document.isDirty && !isCheckedOnType(document);
  return isWaiting && previousResultId !== undefined
    ? { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previousResultId }
    : next(document, previousResultId, token);
};
