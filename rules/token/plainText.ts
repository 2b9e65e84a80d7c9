import type { DecodedToken } from './decode';
import { show, showName } from './show';
import { DISCLAIMER, type TokenViewOptions, toView } from './view';

const VALUE_ROOM = 300;
const NAME_ROOM = 60;
const MAX_ROWS = 200;
const MAX_COLUMN = 32;

/**
 * A token for a terminal, in lines without colour: verdict, parties, header, claims, remarks. No control character of
 * the token reaches the terminal. `now` is in milliseconds.
 */
export function toPlainText(token: DecodedToken, now: number, options: TokenViewOptions): string {
  const { verdict, parties, headers, rows, remarks } = toView(token, now, options);
  const facts = [...parties, ...headers];
  const claims = rows
    .slice(0, MAX_ROWS)
    .map(({ name, value, meaning }) => [showName(name, NAME_ROOM, 'text'), toText(value), meaning]);
  const blocks = [
    [verdict],
    align(facts.map(([label, value]) => [label, toText(value)])),
    align(claims),
    rows.length > MAX_ROWS ? [`… and ${rows.length - MAX_ROWS} more claims.`] : [],
    remarks.map((remark) => `- ${remark}`),
    [DISCLAIMER],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widthOf = (column: number) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0));
  const widths = [0, 1].map((column) => Math.min(MAX_COLUMN, widthOf(column)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function toText(value: unknown): string {
  const { text, size } = show(value, VALUE_ROOM, 'text');
  return size === undefined ? text : `${text} (${size})`;
}
