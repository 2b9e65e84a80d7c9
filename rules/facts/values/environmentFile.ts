import { utf8Length } from '../../text/utf8';
import type { EnvironmentVariable } from '../../world';
import { isWellKnown, mayBeSecret } from '../derive/secret';

/** A line of a file such as dotenv reads (dotenv@17.2.3 lib/main.js), in one line: what spans several is a PEM. */
const LINE = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*(?:=|:[ \t])[ \t]*(.*?)[ \t]*\r?$/gm;
const QUOTED = /^(['"`])(.*?)\1[ \t]*(?:#.*)?$/;

/**
 * What the text of an environment file says of a variable: the last of its lines counts. `undefined` when nothing does, or
 * what cannot be a secret: a public key, a path, a placeholder, a reference to another variable.
 */
export function readVariable(file: string, text: string, name: string): EnvironmentVariable | undefined {
  const line = [...text.matchAll(LINE)].filter(([, key]) => key === name).pop();
  if (line === undefined) return undefined;
  const value = textOf(line[2] ?? '');
  if (value === undefined || value.includes('${') || !mayBeSecret(value, [name])) return undefined;
  const start = line.index + line[0].indexOf(name);
  const place = { file, span: { start, end: start + name.length } };
  return { place, bytes: utf8Length(value), isWellKnown: isWellKnown(value) };
}

/** `undefined` for a quote that the line does not close. */
function textOf(written: string): string | undefined {
  const quoted = QUOTED.exec(written);
  if (quoted !== null) return quoted[2];
  return /^['"`]/.test(written) ? undefined : written.replace(/(?:^|[ \t])#.*$/, '').trim();
}
