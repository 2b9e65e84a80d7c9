import { type UnitMistake, unitMistakeOf } from '../../facts/derive/unitMistake';
import { findWitness } from '../../facts/judge';
import type { SettingValue } from '../../facts/schema/settings';
import { spokenDuration } from '../../text/duration';
import { rule, stepsTo } from '../rule';
import { unitFixes } from './units';

export default rule({
  id: 'jwt-lifetime-unit',
  summary: 'The lifetime of a token is in the wrong unit',
  severity: 'error',
  preset: 'recommended',
  cwe: [613],
  asvs: ['9.2.1'],
  standards: ['RFC 7519 §4.1.4'],
  securitySeverity: 6.5,
  on: ['TokenSign'],

  check(sign, { file }) {
    const { lifetime } = sign.attributes;
    if (sign.guarded) return undefined;
    const witness = findWitness(lifetime, (_, one) => mistakeOf(one) !== undefined);
    const mistake = witness && mistakeOf(witness);
    if (witness?.time === undefined || mistake === undefined) return undefined;
    return {
      at: lifetime.span,
      message: `\`${sign.display}\` ${messageOf(mistake, witness)}.`,
      because: BECAUSE[mistake.kind],
      help: HELP[mistake.kind],
      related: stepsTo(witness.place, witness.trail, lifetime.span, file, 'the lifetime is written here'),
      fixes: unitFixes(lifetime, witness, mistake),
    };
  },
});

function mistakeOf({ time }: SettingValue<unknown>): UnitMistake | undefined {
  return time === undefined ? undefined : unitMistakeOf(time);
}

function messageOf({ kind }: UnitMistake, { value, time }: SettingValue<unknown>): string {
  const text = typeof time?.written === 'string' ? time.written : undefined;
  switch (kind) {
    case 'too-small':
      return `takes ${text === undefined ? 'this number' : `\`'${text}'\``} for milliseconds: the token lives for ${spoken(value)}`;
    case 'too-large':
      return `takes these milliseconds for seconds: the token lives for ${spoken(value)}`;
    case 'instant':
      return 'takes this time in milliseconds for one in seconds: the token lives for tens of thousands of years';
    case 'past':
      return `takes this number for a point in time, in ${time?.unit.number === 'epoch-milliseconds' ? 'milliseconds' : 'seconds'} since 1970: the token has expired before it is made`;
    case 'month':
      return `takes \`'${text}'\` for minutes: the token lives for ${spoken(value)}`;
  }
}

/** Parts of a second too: that is what is wrong here. */
function spoken(value: unknown): string {
  const seconds = Number(value);
  return seconds < 60 ? `${Number(seconds.toPrecision(2))} seconds` : spokenDuration(seconds);
}

const TOO_LONG = 'A token that leaks goes on working for whoever holds it, long after it was meant to end.';
const TOO_SHORT =
  'Nobody can sign in, and what is written in haste instead is a token that works for ever, for thieves too.';

const BECAUSE: Readonly<Record<UnitMistake['kind'], string>> = {
  'too-large': TOO_LONG,
  instant: TOO_LONG,
  'too-small': TOO_SHORT,
  past: TOO_SHORT,
  month: TOO_SHORT,
};

const HELP: Readonly<Record<UnitMistake['kind'], string>> = {
  'too-small': 'Write the lifetime with its unit, or in the unit that the library reads.',
  'too-large': 'Write the lifetime in seconds.',
  instant: 'Divide the time by 1000: claims are in seconds.',
  past: 'Write a time span with its unit, or add it to the current time, in the unit that the library reads.',
  month: 'Write `m` for minutes, or the month in days.',
};
