/** How a duration is written as a string; also part of the JSON schema. */
export const DURATION_PATTERN = '^\\d+(\\.\\d+)?\\s*[smhd]$';

const SECONDS_PER_UNIT: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const duration = new RegExp(DURATION_PATTERN);

/** The seconds of a duration as a config writes it (`900`, `'15m'`); `undefined` for anything else, zero included. */
export function toSeconds(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && duration.test(value) ? fromText(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

function fromText(text: string): number {
  return Number.parseFloat(text) * (SECONDS_PER_UNIT[text.slice(-1)] ?? 1);
}
