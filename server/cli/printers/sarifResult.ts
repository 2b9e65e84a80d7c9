import type { CodeFlow, Fix, Location, PhysicalLocation, Region, Result } from 'sarif';
import type { Finding } from '../../../rules/finding';
import type { Place } from '../../../rules/text/span';
import { relative, toUri } from '../../host/files/path';
import { type PlainFix, toPlainFixes } from './choices';
import type { Range } from './ranges';
import { LEVELS } from './sarifRule';

/** How places become SARIF locations. */
export interface Places {
  /** The directory that URIs are relative to. */
  readonly directory: string;
  rangeOf(place: Place): Range;
}

/** One finding as SARIF says it, fingerprints apart. */
export function toResult(file: string, finding: Finding, places: Places): Result {
  const place = { file, span: finding.span };
  const { related, fixes } = finding;
  return {
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: toMessage(finding) },
    locations: [{ physicalLocation: toPhysicalLocation(place, places) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((step, index) => ({ id: index + 1, ...toLocation(step, step.message, places) })),
      codeFlows: [toCodeFlow([...related, { ...place, message: finding.message }], places)],
    }),
    ...(fixes.length > 0 && { fixes: fixes.flatMap(toPlainFixes).map((fix) => toFix(fix, places)) }),
  };
}

/** A path inside `directory` as a relative, percent-encoded URI; any other as an absolute one. */
export function artifactUri(directory: string, file: string): string {
  const inside = relative(directory, file);
  if (inside === undefined) return toUri(file);
  return inside.split('/').map(encodeURIComponent).join('/');
}

/** GitHub shows the first sentence as the title, and related locations only where the message links to them. */
function toMessage({ message, because, help, related }: Finding): string {
  const links = related.map((step, index) => `[${step.message.replace(/[\\[\]]/g, '\\$&')}](${index + 1})`);
  return [`${message} ${because} ${help}`, ...links].join('\n');
}

function toCodeFlow(steps: readonly (Place & { readonly message: string })[], places: Places): CodeFlow {
  const locations = steps.map((step) => ({ location: toLocation(step, step.message, places) }));
  return { threadFlows: [{ locations }] };
}

function toLocation(place: Place, text: string, places: Places): Location {
  return { physicalLocation: toPhysicalLocation(place, places), message: { text } };
}

function toPhysicalLocation(place: Place, places: Places): PhysicalLocation {
  return {
    artifactLocation: { uri: artifactUri(places.directory, place.file) },
    region: toRegion(places.rangeOf(place)),
  };
}

function toRegion({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function toFix({ title, edits }: PlainFix, places: Places): Fix {
  return {
    description: { text: title },
    artifactChanges: [...new Set(edits.map((edit) => edit.file))].map((file) => ({
      artifactLocation: { uri: artifactUri(places.directory, file) },
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({ deletedRegion: toRegion(places.rangeOf(edit)), insertedContent: { text: edit.text } })),
    })),
  };
}
