import { type CallWhy, type FactWhy, lineIndex, type Place, type Unknown, type Verdict, type Why } from '../../rules';

/** What a text about code in other files asks for. */
export interface Surroundings {
  textOf(file: string): Promise<string | undefined>;
  /** How a file is called. */
  nameOf(file: string): string;
}

/** Why a line is reported or not, for people. */
export async function toWhyText(why: Why, surroundings: Surroundings): Promise<string> {
  const at = await createLocate(placesIn(why), surroundings);
  const sections = [...why.facts.map((fact) => factText(fact, at)), ...callsText(why.calls, at)];
  if (sections.length === 0) return 'There is no call, and no write, on this line that authlint looks at.\n';
  return `${sections.join('\n\n')}\n`;
}

type Locate = (place: Place) => string;

/** Reads the files that places lie in, to tell their lines. */
async function createLocate(places: readonly Place[], { textOf, nameOf }: Surroundings): Promise<Locate> {
  const indexes = new Map<string, ReturnType<typeof lineIndex>>();
  for (const { file } of places) {
    if (!indexes.has(file)) indexes.set(file, lineIndex((await textOf(file)) ?? ''));
  }
  return ({ file, span }) => {
    const position = indexes.get(file)?.positionAt(span.start);
    return `${nameOf(file)}:${(position?.line ?? 0) + 1}:${(position?.character ?? 0) + 1}`;
  };
}

function placesIn({ facts, calls }: Why): readonly Place[] {
  return [
    ...facts.flatMap(({ attributes, verdicts }) => [
      ...attributes.flatMap(({ unknown }) => unknown),
      ...verdicts.flatMap((verdict) => ('place' in verdict ? [verdict.place] : [])),
    ]),
    ...calls.flatMap(({ unknown, definedAt }) => [...unknown, ...(definedAt === undefined ? [] : [definedAt])]),
  ];
}

/** What the rules say of a fact, and then what they look at. */
function factText({ kind, display, guarded, attributes, verdicts }: FactWhy, at: Locate): string {
  const width = Math.max(...attributes.map(({ name }) => name.length));
  const lines = attributes.flatMap(({ name, value, unknown }) => [
    `  ${name.padEnd(width)}  ${withSpaces(value)}`,
    ...distinct(unknown.map((one) => `    ${unknownText(one, at)}`)),
  ]);
  const when = guarded ? ', under a test of the environment' : '';
  return [`${display}: ${kind}${when}`, ...verdictLines(verdicts, at), '', ...lines].join('\n');
}

/** Listings of facts have no space between a value and the notes on it: there, spaces are between attributes. */
function withSpaces(value: string): string {
  return value.replaceAll(/(?<=\S)\((?=(?:default|fallback|guarded|from )[^()]*\))/g, ' (');
}

const VERDICT_ORDER: readonly Verdict['kind'][] = [
  'reported',
  'reported-there',
  'reported-once',
  'left-to',
  'suppressed',
  'silent',
  'off',
];

/** What is reported comes first, and rules of which the same is to be said share a line. */
function verdictLines(verdicts: readonly Verdict[], at: Locate): readonly string[] {
  const rank = (verdict: Verdict): number =>
    VERDICT_ORDER.indexOf(verdict.kind) * 2 + (verdict.kind === 'silent' && verdict.undecided.length === 0 ? 1 : 0);
  const rules = new Map<string, readonly string[]>();
  for (const verdict of verdicts.toSorted((a, b) => rank(a) - rank(b))) {
    const said = verdictText(verdict, at);
    rules.set(said, [...(rules.get(said) ?? []), verdict.rule]);
  }
  return [...rules].map(([said, ids]) => wrap(`${ids.join(', ')}: ${said}`, 2));
}

function verdictText(verdict: Verdict, at: Locate): string {
  switch (verdict.kind) {
    case 'reported':
      return 'reported.';
    case 'off':
      return 'off in the settings.';
    case 'suppressed':
      return `suppressed by a comment (${at(verdict.place)}).`;
    case 'reported-there':
      return `reported in the function that is called, which shows it by itself (${at(verdict.place)}).`;
    case 'left-to':
      return `left to ${verdict.other}, which says more about it.`;
    case 'reported-once':
      return 'reported once, where its cause is; this is another place that the cause reaches.';
    case 'silent': {
      const names = verdict.undecided.map((name) => `\`${name}\``);
      if (names.length === 0) return 'not reported. What is looked at is known, and is in order.';
      const isOne = names.length === 1;
      return `not reported. ${names.join(', ')} ${isOne ? 'is' : 'are'} not known for certain.`;
    }
  }
}

/** A text in lines of 100 columns at most, as far as its words allow, each after `indent` spaces. */
function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && indent + longer.length <= 100) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line, i) => `${' '.repeat(i === 0 ? indent : indent + 2)}${line}`).join('\n');
}

function callsText(calls: readonly CallWhy[], at: Locate): readonly string[] {
  if (calls.length === 0) return [];
  const lines = calls.flatMap(({ callee, api, definedAt, unknown }) => {
    if (api !== undefined) return [`  ${callee}: \`${api}\`, which does nothing that a rule is about.`];
    if (definedAt !== undefined)
      return [`  ${callee}: a function that leads to nothing that a rule is about (${at(definedAt)}).`];
    const reasons = distinct(unknown.map((one) => `    ${unknownText(one, at)}`));
    return [`  ${callee}: it is not known what is called.`, ...reasons];
  });
  return [['Calls without a fact:', ...lines].join('\n')];
}

/** Where a trail ends, as a sentence. */
function unknownText(unknown: Unknown, at: Locate): string {
  return `The trail ends at ${endText(unknown)} (${at(unknown)}).`;
}

function endText({ name, at }: Unknown): string {
  const named = name === undefined ? '' : ` \`${name}\``;
  switch (at) {
    case 'parameter':
      return `the parameter${named}: what callers give is not known here`;
    case 'import':
      return `the import${named}: its module is not known`;
    case 'call':
      return `the call${named}: what it returns is not known`;
    case 'property':
      return `the property${named}: what it holds is not known`;
    case 'variable':
      return `the variable${named}: what is written to it is not followed`;
    case 'expression':
      return `an expression that is not followed${named === '' ? '' : `, on the way of${named}`}`;
  }
}

function distinct(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}
