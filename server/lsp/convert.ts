import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import { type Finding, type LineIndex, rules, type Severity } from '../../rules';
import type { Editor } from './editor';
import { type Places, toRange } from './places';

export const SOURCE = 'authlint';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

const DOCS_URLS: ReadonlyMap<string, string> = new Map(rules.map(({ id, docsUrl }) => [id, docsUrl]));

/** The address of a rule's page; `undefined` when there is no such rule. */
export function findDocsUrl(rule: string): string | undefined {
  return DOCS_URLS.get(rule);
}

/** A finding as the editor shows it. `index` is of the analysed text. */
export async function toDiagnostic(
  finding: Finding,
  index: LineIndex,
  places: Places,
  editor: Editor,
): Promise<Diagnostic> {
  const docsUrl = findDocsUrl(finding.rule);
  const related = editor.relatedInformation ? await toRelated(finding, places) : [];
  return {
    range: toRange(index, finding.span),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    ...(editor.codeDescriptions && docsUrl !== undefined && { codeDescription: { href: docsUrl } }),
    message: toMessage(finding),
    ...(related.length > 0 && { relatedInformation: related }),
    data: { because: finding.because, help: finding.help },
  };
}

/** What and why; and what to do where no quick fix says so. */
function toMessage({ message, because, help, fixes }: Finding): string {
  return fixes.length > 0 ? `${message} ${because}` : `${message} ${because} ${help}`;
}

function toRelated({ related }: Finding, places: Places): Promise<DiagnosticRelatedInformation[]> {
  return Promise.all(
    related.map(async ({ file, span, message }) => ({
      location: { uri: places.targetOf(file).uri, range: toRange(await places.indexOf(file), span) },
      message,
    })),
  );
}
