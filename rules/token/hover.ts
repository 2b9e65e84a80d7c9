import type { DecodedToken } from './decode';
import { show, showName } from './show';
import { type ClaimRow, DISCLAIMER, type TokenViewOptions, toView } from './view';

const VALUE_ROOM = 80;
const HEADER_ROOM = 160;
const NAME_ROOM = 40;
const MAX_ROWS = 20;

/**
 * A token as a hover: verdict, parties, claims, remarks. All that comes from the token stands in code spans that hold
 * no backtick, bar or line break, so that nothing in it acts as markup. `now` is in milliseconds.
 */
export function toHoverMarkdown(token: DecodedToken, now: number, options: TokenViewOptions): string {
  return [...toBlocks(token, now, options), DISCLAIMER].join('\n\n');
}

/** A hover in its blocks, without the last line. */
export function toBlocks(token: DecodedToken, now: number, options: TokenViewOptions): readonly string[] {
  const { verdict, parties, headers, rows, remarks } = toView(token, now, options);
  const blocks = [
    `**${verdict}**`,
    parties.map(([label, value]) => `${label} ${toCode(value)}`).join(' · '),
    headers.map(([label, header]) => `${label} ${toCode(header, HEADER_ROOM)}`).join(' · '),
    toTable(rows),
    rows.length > MAX_ROWS ? `… and ${rows.length - MAX_ROWS} more claims.` : '',
    remarks.map((remark) => `- ${remark}`).join('\n'),
  ];
  return blocks.filter((block) => block !== '');
}

function toTable(rows: readonly ClaimRow[]): string {
  if (rows.length === 0) return '';
  const lines = rows.slice(0, MAX_ROWS).map(({ name, value, meaning }) => {
    return `| \`${showName(name, NAME_ROOM, 'markdown')}\` | ${toCode(value)} | ${meaning} |`;
  });
  return ['| Claim | Value | Meaning |', '| --- | --- | --- |', ...lines].join('\n');
}

function toCode(value: unknown, room = VALUE_ROOM): string {
  const { text, size } = show(value, room, 'markdown');
  return size === undefined ? `\`${text}\`` : `\`${text}\` (${size})`;
}
