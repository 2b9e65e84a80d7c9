import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver';
import { CHOICE, type Edit, type Finding, type LineIndex, rules, type Severity, type Span } from '../../rules';
import type { Editor } from './editor';
import { toUri } from '../host/path';

export const SOURCE = 'authlint';

/** The line index of a file's current text; an empty one for a file that is gone. */
export type IndexOf = (file: string) => Promise<LineIndex>;

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

export function toRange(index: LineIndex, { start, end }: Span): Range {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}

export async function toDiagnostic(
  finding: Finding,
  file: string,
  editor: Editor,
  indexOf: IndexOf,
): Promise<Diagnostic> {
  const docsUrl = findDocsUrl(finding.rule);
  const related = editor.relatedInformation ? await toRelated(finding, indexOf) : [];
  return {
    range: toRange(await indexOf(file), finding.span),
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

function toRelated(finding: Finding, indexOf: IndexOf): Promise<DiagnosticRelatedInformation[]> {
  return Promise.all(
    finding.related.map(async ({ file, span, message }) => ({
      location: { uri: toUri(file), range: toRange(await indexOf(file), span) },
      message,
    })),
  );
}

export function toTextEdit(index: LineIndex, { span, text }: Pick<Edit, 'span' | 'text'>): TextEdit {
  return { range: toRange(index, span), newText: text };
}

/** An edit in which the user picks one of `choices`, in place, wherever its text holds `CHOICE`. */
export function toSnippetEdit(index: LineIndex, { span, text }: Edit, choices: readonly string[]): SnippetTextEdit {
  const [before = '', ...after] = text.split(CHOICE).map((part) => part.replace(/[\\$}]/g, '\\$&'));
  const picker = `\${1|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  const value = after.reduce((written, part, i) => `${written}${i === 0 ? picker : '$1'}${part}`, before);
  return { range: toRange(index, span), snippet: { kind: 'snippet', value } };
}
