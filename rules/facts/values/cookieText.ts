import type { Frame, Possible, Value, ValueSet } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import type { Place, Span } from '../../text/span';
import type { Knowledge } from '../knowledge';
import { LONG_PAST } from '../lifetime';
import type { FactSchema, Flow, Lifetime, SameSite, Setting } from '../schema';
import type { SettingValue } from '../schema/settings';
import type { EditSite } from '../schema/sites';
import type { Site } from '../site';
import { leavesOf } from './flow';

type Attributes = FactSchema['CookieWrite'];
type Piece = string | Term;

/**
 * Reads the text of a Set-Cookie header or of an assignment to `document.cookie` (RFC 6265, 4.1.1) as the attributes of
 * a cookie. Holes in the name and the value are fine, and so are times; any other hole may hold any attribute.
 */
export function cookieAttributes(
  { text, isCertain: isOnly }: CookieText,
  by: 'server' | 'script',
  site: Site,
  knowledge: Knowledge,
): Attributes | undefined {
  const { value } = text;
  const frame = value.kind === 'text' ? value.frame : site.frame;
  const whole = piecesOf(value);
  const started = whole && startedPieces(whole, frame, site);
  const pieces = started ?? whole;
  const isCertain = isOnly && started === undefined;
  const [pair, attributes] = splitAtSemicolon(pieces ?? [], (hole) => mayStartAttributes(hole, frame, site));
  const [name, content] = splitPair(pair);
  if (pieces === undefined || content === undefined) return undefined;

  const span = site.isDirect && text.place.file === site.report.file ? text.place.span : site.calleeSpan;
  const place = text.place;
  const isOpen = !isCertain || attributes.some((_, index) => mayHoldAttributes(attributes, index));
  const written = new Map<string, string>();
  const words = attributes.map((piece) => (typeof piece === 'string' ? piece : '\u0000')).join('');
  for (const attribute of words.split(';')) {
    const [key = '', setting = ''] = attribute.split('=', 2);
    if (key.trim() !== '') written.set(key.trim().toLowerCase(), setting.trim());
  }
  const context: TextContext = {
    span,
    place,
    isOpen,
    guarded: text.guarded,
    trail: text.trail,
    site: siteAtEnd(text, site),
  };
  return {
    by: { constant: by },
    carriesSession: { constant: false },
    secureByRequest: { constant: false },
    behindProxy: { constant: 'sent' },
    name: nameSetting(name, context),
    value: contentFlow(content, frame, span, site, knowledge),
    httpOnly: flag(written.has('httponly'), context),
    secure: flag(written.has('secure'), context),
    sameSite: sameSite(written.get('samesite'), context),
    lifetime: lifetime(written, context),
    domain: textOf(written.get('domain'), context),
    path: textOf(written.get('path'), context),
    prefix: setting([one('none', 'default', context)], true, context),
  };
}

interface TextContext {
  readonly span: Span;
  readonly place: Place;
  readonly isOpen: boolean;
  readonly guarded: boolean;
  readonly trail: readonly Place[];
  readonly site: EditSite | undefined;
}

function piecesOf(value: Value): readonly Piece[] | undefined {
  if (value.kind === 'text') return value.parts;
  return value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : undefined;
}

/** `text += '; path=/'` where `text` was one of several before: the name and the value stand in each of them. */
function startedPieces(
  [start, ...others]: readonly Piece[],
  frame: Frame,
  { evaluator }: Site,
): readonly Piece[] | undefined {
  if (start === undefined || typeof start === 'string' || start.kind !== 'reference') return undefined;
  const [first] = evaluator.evaluate(start, frame).possible;
  const isHere = first?.value.kind === 'literal' || (first?.value.kind === 'text' && first.value.frame === frame);
  const pieces = first !== undefined && isHere ? piecesOf(first.value) : undefined;
  return pieces?.some((piece) => typeof piece === 'string' && piece.includes('=')) ? [...pieces, ...others] : undefined;
}

/** A text that a place may hold. */
export interface CookieText {
  readonly text: Possible;
  /** It holds this text and no other; else any attribute may be in another. */
  readonly isCertain: boolean;
}

/** The texts that a place holds, one by one: a Set-Cookie header may be a list. */
export function textsOf(set: ValueSet, site: Site): readonly CookieText[] {
  const isCertain = set.complete && set.possible.length === 1;
  return set.possible.flatMap((one) => {
    // CloudFront takes headers as lists of objects.
    if (one.value.kind === 'object')
      return textsOf(site.evaluator.lookup({ possible: [one], complete: true }, 'value', one.place), site);
    if (one.value.kind !== 'array') return [{ text: one, isCertain }];
    const { term, frame } = one.value;
    return term.elements
      .filter(({ spread }) => !spread)
      .flatMap(({ value }) => textsOf(site.evaluator.evaluate(value, frame), site));
  });
}

/** A hole that is `''` or `'; expires=…'`, as the helpers of many tutorials write it. */
function mayStartAttributes(hole: Term, frame: Frame, { evaluator }: Site): boolean {
  return evaluator.evaluate(hole, frame).possible.some(({ value }) => {
    const text = value.kind === 'literal' ? value.value : value.kind === 'text' ? value.parts[0] : undefined;
    return typeof text === 'string' && text.trimStart().startsWith(';');
  });
}

/** A hole that is all of `Max-Age=` or `Expires=` is a time. */
function mayHoldAttributes(pieces: readonly Piece[], index: number): boolean {
  if (typeof pieces[index] === 'string') return false;
  const before = pieces[index - 1];
  const after = pieces[index + 1];
  const isWhole = after === undefined || (typeof after === 'string' && /^\s*(?:;|$)/.test(after));
  return !isWhole || typeof before !== 'string' || !/(?:max-age|expires)\s*=\s*$/i.test(before);
}

function splitAtSemicolon(
  pieces: readonly Piece[],
  startsAttributes: (hole: Term) => boolean,
): readonly [readonly Piece[], readonly Piece[]] {
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece !== 'string' && startsAttributes(piece)) return [pieces.slice(0, index), pieces.slice(index)];
    const at = typeof piece === 'string' ? piece.indexOf(';') : -1;
    if (typeof piece !== 'string' || at < 0) continue;
    return [
      [...pieces.slice(0, index), piece.slice(0, at)],
      [piece.slice(at), ...pieces.slice(index + 1)],
    ];
  }
  return [pieces, []];
}

function splitPair(pair: readonly Piece[]): readonly [readonly Piece[], readonly Piece[] | undefined] {
  for (const [index, piece] of pair.entries()) {
    const at = typeof piece === 'string' ? piece.indexOf('=') : -1;
    if (typeof piece !== 'string' || at < 0) continue;
    return [
      [...pair.slice(0, index), piece.slice(0, at)],
      [piece.slice(at + 1), ...pair.slice(index + 1)],
    ];
  }
  return [pair, undefined];
}

function setting<T>(values: readonly SettingValue<T>[], complete: boolean, { span, site }: TextContext): Setting<T> {
  return { values, complete, span, site };
}

function one<T>(value: T, source: 'written' | 'default', { place, guarded, trail }: TextContext): SettingValue<T> {
  return { value, source, place, guarded, trail };
}

function nameSetting(name: readonly Piece[], context: TextContext): Setting<string> {
  const text = name.every((piece) => typeof piece === 'string') ? name.join('').trim() : undefined;
  return text === undefined
    ? setting<string>([], false, context)
    : setting([one(text, 'written', context)], true, context);
}

function contentFlow(content: readonly Piece[], frame: Frame, span: Span, site: Site, knowledge: Knowledge): Flow {
  const holes = content.filter((piece): piece is Term => typeof piece !== 'string');
  if (holes.length === 0) {
    const place = { file: site.report.file, span };
    const origin = { kind: 'literal', value: content.join('').trim() } as const;
    return {
      span,
      complete: true,
      isText: true,
      isRegistered: false,
      leaves: [
        { origin, names: [], place, trail: [], guarded: false, isFallback: false, isPiece: false, isMember: false },
      ],
    };
  }
  const flows = holes.map((hole) => leavesOf(hole, frame, site.evaluator, knowledge));
  return {
    span,
    leaves: flows.flatMap(({ leaves }) => leaves),
    complete: flows.every(({ complete }) => complete),
    isText: true,
    isRegistered: false,
  };
}

function textOf(text: string | undefined, context: TextContext): Setting<string> {
  if (text === undefined) return setting([one('', 'default', context)], !context.isOpen, context);
  return text.includes('\u0000')
    ? setting<string>([], false, context)
    : setting([one(text, 'written', context)], true, context);
}

function flag(isWritten: boolean, context: TextContext): Setting<boolean> {
  if (isWritten) return setting([one(true, 'written', context)], true, context);
  return setting([one(false, 'default', context)], !context.isOpen, context);
}

const SAME_SITE: Readonly<Record<string, SameSite>> = { strict: 'strict', lax: 'lax', none: 'none' };

function sameSite(text: string | undefined, context: TextContext): Setting<SameSite> {
  if (text === undefined)
    return setting<SameSite>([one<SameSite>('unset', 'default', context)], !context.isOpen, context);
  if (text.includes('\u0000')) return setting<SameSite>([], false, context);
  return setting<SameSite>(
    [one<SameSite>(SAME_SITE[text.toLowerCase()] ?? 'invalid', 'written', context)],
    true,
    context,
  );
}

function lifetime(written: ReadonlyMap<string, string>, context: TextContext): Setting<Lifetime> {
  const age = written.get('max-age');
  const expires = written.get('expires');
  const seconds = age === undefined || age === '' ? Number.NaN : Number(age);
  if (!Number.isNaN(seconds)) return setting<Lifetime>([one<Lifetime>(seconds, 'written', context)], true, context);
  const date = expires === undefined ? Number.NaN : Date.parse(expires);
  // The epoch, or a date near it: how cookies are deleted.
  if (!Number.isNaN(date) && date < LONG_PAST)
    return setting<Lifetime>([one<Lifetime>(0, 'written', context)], true, context);
  if (age !== undefined || expires !== undefined) return setting<Lifetime>([], false, context);
  return setting<Lifetime>([one<Lifetime>('session', 'default', context)], !context.isOpen, context);
}

/** The end of the text, when it is one literal or template of this file. */
function siteAtEnd({ place, value }: Possible, { report, isDirect }: Site): EditSite | undefined {
  if (!isDirect || place.file !== report.file) return undefined;
  const isOneText =
    value.kind === 'literal' || (value.kind === 'text' && typeof value.parts[value.parts.length - 1] === 'string');
  const { text } = report.tree;
  const end = text[place.span.end - 1];
  const isQuoted = end === "'" || end === '"' || end === '`';
  if (!isOneText || !isQuoted) return undefined;
  return { kind: 'text', file: place.file, quote: report.quote, unit: undefined, offset: place.span.end - 1 };
}
