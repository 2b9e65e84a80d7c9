import type { Unit } from '../../rules/facts/schema/settings';
import type { Emission, LibraryModel, Where } from '../../rules/models/model';
import type { Condition } from '../../rules/models/shape/conditions';
import { code, listed } from './markdown';

/** What code has to do so that a model sees a fact in it, in words. */
export function spokenTrigger(
  { at, since, until, lacks, each, cookieText, urlText }: Emission,
  model: LibraryModel,
): string {
  const notes = [
    'arguments' in at && at.arguments !== undefined ? `with ${spokenCount(at.arguments)}` : '',
    'in' in at && at.in !== undefined && at.in !== '' ? `of \`${at.in}\`` : '',
    'when' in at && at.when !== undefined ? `where ${spokenCondition(at.when)}` : '',
    'unless' in at && at.unless !== undefined
      ? `unless ${spokenPlace(at.unless.where)} is ${choice(at.unless.is)}`
      : '',
    'opens' in at ? 'where the argument is a part of a token' : '',
    cookieText === undefined ? '' : `where ${spokenPlace(cookieText)} is the text of a Set-Cookie header`,
    urlText === undefined ? '' : `for each parameter of the URL that is ${spokenPlace(urlText)}`,
    each === true ? 'for each argument from there on' : '',
    since === undefined ? '' : `from ${since} on`,
    until === undefined ? '' : `before ${until}`,
    lacks === undefined ? '' : `in projects without \`${lacks}\``,
  ];
  return [spokenApi(at, model), ...notes.filter((one) => one !== '')].join(', ');
}

function spokenApi(at: Emission['at'], { display }: LibraryModel): string {
  if ('call' in at) return code(`${at.call === '' || at.call.startsWith('(') ? display : ''}${toPath(at.call)}()`);
  if ('method' in at) {
    const of = at.of === undefined ? 'anything' : `what \`${at.of}\` gives`;
    return `a method \`${at.method}()\` of ${of}`;
  }
  if ('handed' in at) {
    const part = at.handed === '' ? 'the plugin' : code(at.handed);
    return `${part} handed to \`${at.to}()\`${at.under === undefined ? '' : ` as \`${at.under}\``}`;
  }
  return `an assignment to ${code(toPath(at.assign))}`;
}

/** A path as code reads: without the mark of a type, and with elements of lists in brackets. */
export function toPath(path: string): string {
  return path.replace(/^#/, '').replace(/\.(\d+)/g, '[$1]');
}

function spokenCount([least, greatest]: readonly [number, number]): string {
  const spread = least === greatest ? String(least) : `${least} to ${greatest}`;
  return `${spread} argument${greatest === 1 && least === 1 ? '' : 's'}`;
}

function spokenCondition(condition: Condition): string {
  if ('absent' in condition && !('storage' in condition))
    return `nothing is written at ${listed((condition.absent ?? []).map(spokenPlace))}`;
  if ('is' in condition) return `${spokenPlace(condition.where)} is ${choice(condition.is)}`;
  if ('kinds' in condition) {
    const kinds = listed(
      condition.kinds.map((kind) => KINDS[kind]),
      'or',
    );
    return `${spokenPlace(condition.where)} is ${condition.otherwise === true ? 'not certainly ' : ''}${kinds}`;
  }
  if ('part' in condition) return `${spokenPlace(condition.where)} is ${code(condition.part)}`;
  if ('all' in condition) return listed(condition.all.map(spokenCondition));
  return `\`${condition.area}\` is the storage${condition.byDefault === true ? ', also by default' : ''}`;
}

const KINDS = {
  absent: 'not there',
  undefined: '`undefined`',
  literal: 'a literal',
  object: 'an object',
  function: 'a function',
  described: 'of a type that a model describes',
  nothing: 'an empty list',
  truthy: 'a literal that counts as true',
  falsy: 'a literal that counts as false',
  stringified: 'an object as JSON',
} as const;

function choice(texts: readonly string[]): string {
  return listed(
    texts.map((text) => code(text)),
    'or',
  );
}

/** Where a setting is written, in words: `` `cookie.maxAge` of argument 1, in milliseconds ``. */
export function spokenPlace(where: Where): string {
  const unit = 'unit' in where && where.unit !== undefined ? ` (${spokenUnit(where.unit)})` : '';
  const of = (place: string): string =>
    'path' in where && where.path.length > 0 ? `${code(where.path.join('.'))} of ${place}${unit}` : `${place}${unit}`;
  switch (where.from) {
    case 'argument':
      return of(`argument ${where.index + 1}`);
    case 'chain': {
      const before = where.method === 'new' ? 'the constructor' : `\`.${where.method}()\` before`;
      return of(`argument ${where.index + 1} of ${before}`);
    }
    case 'factory': {
      const at = where.factory.length === 0 ? '' : ` at ${code(where.factory.join('.'))}`;
      return of(`what the function in argument ${where.index + 1}${at} returns`);
    }
    case 'around':
      return of(`argument ${where.index + 1} of \`${where.call}()\` around it`);
    case 'registration':
      return of('the options of its registration');
    case 'configured':
      return of(listed(where.in.files.map(code), 'or'));
    case 'handing':
      return of(`argument ${where.index + 1} of the call that was handed the handler`);
    case 'beside':
      return `what is assigned to ${code(where.member)} beside it${unit}`;
    case 'member':
      return 'the name of the member that it is assigned to';
    case 'decorated':
      return 'the name of the member that it decorates';
    case 'variable':
      return 'the name of the variable that it is assigned to';
    case 'opened':
      return 'the token that the first argument is a part of';
    case 'assigned':
      return of('what is assigned');
    case 'key':
      return 'the name of the member';
  }
}

const NUMBERS: Readonly<Record<Unit['number'], string>> = {
  seconds: 'seconds',
  milliseconds: 'milliseconds',
  minutes: 'minutes',
  days: 'days, or a `Date`',
  'epoch-seconds': 'seconds since 1970',
  'epoch-milliseconds': 'a `Date`',
  invalid: '',
};
const TEXTS: Readonly<Record<Unit['text'], string>> = {
  ms: 'a text as the package `ms` reads it',
  jose: 'a text as `jose` reads it',
  invalid: '',
};

function spokenUnit({ number, text }: Unit): string {
  return [NUMBERS[number], TEXTS[text]].filter((one) => one !== '').join(', or ');
}
