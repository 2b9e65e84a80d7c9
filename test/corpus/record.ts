/** A finding in the corpus, and what a person thinks of it. */
export interface Reviewed {
  /** `name@version`. */
  readonly package: string;
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  /** The line, for those who read the record. */
  readonly code: string;
  /**
   * `right`: the danger is there. `accepted`: it is there, and the package means it to be, as a choice that it leaves to
   * others. `wrong`: a false alarm. `open`: nobody looked at it yet.
   */
  readonly verdict: 'right' | 'accepted' | 'wrong' | 'open';
  readonly because: string;
}

export type Found = Omit<Reviewed, 'verdict' | 'because'>;

/** What was looked at in a package. */
export interface Checked {
  readonly files: number;
  /** How many findings there are with all rules on; verdicts are given to those of the recommended preset. */
  readonly strict: number;
}

/** The findings with the verdicts that are on record; new ones are open. */
export function withVerdicts(found: readonly Found[], record: readonly Reviewed[]): readonly Reviewed[] {
  const known = new Map(record.map((one) => [keyOf(one), one]));
  return found.map((one) => {
    const { verdict = 'open', because = '' } = known.get(keyOf(one)) ?? {};
    return { ...one, verdict, because };
  });
}

/** What differs from the record, a line for each. */
export function differences(now: readonly Reviewed[], record: readonly Reviewed[]): readonly string[] {
  const before = new Map(record.map((one) => [keyOf(one), one]));
  const after = new Set(now.map(keyOf));
  return [
    ...now.flatMap((one) => {
      const known = before.get(keyOf(one));
      if (known === undefined) return [`new: ${describe(one)}`];
      return known.severity === one.severity ? [] : [`was ${known.severity}: ${describe(one)}`];
    }),
    ...record.filter((one) => !after.has(keyOf(one))).map((one) => `gone (${one.verdict}): ${describe(one)}`),
  ];
}

function describe({ package: name, file, line, rule, severity, code }: Found): string {
  return `${name} ${file}:${line} ${severity} ${rule}\n    ${code}`;
}

function keyOf({ package: name, file, line, rule, code }: Found): string {
  return [name, file, line, rule, code].join('\n');
}

/** The record as a page. */
export function toPage(record: readonly Reviewed[], checked: ReadonlyMap<string, Checked>): string {
  const count = (name: string, verdict: Reviewed['verdict']): number =>
    record.filter((one) => one.package === name && one.verdict === verdict).length;
  const rows = [...checked].map(([name, { files, strict }]) => {
    const counts = (['right', 'accepted', 'wrong', 'open'] as const).map((verdict) => count(name, verdict) || '');
    return `| ${[name, files, ...counts, strict || ''].join(' | ')} |`;
  });
  const notes = record.map(
    ({ package: name, file, line, rule, verdict, because }) =>
      `- \`${name}\` ${file}:${line}, ${rule}: **${verdict}**. ${because}`,
  );
  return [
    '# The corpus',
    '',
    'What authlint finds in published packages, each finding with a verdict. The verdicts are given to what the recommended preset reports, and rest on a reading of the code around each place; the last column counts what the strict preset reports in all. Written by `npm run corpus -- --update`.',
    '',
    '| package | files | right | accepted | wrong | open | strict |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...notes,
    '',
  ].join('\n');
}
