import type { Frame } from '../../resolve/evaluate/value';
import type { CallTerm, ObjectTerm, Term } from '../../resolve/lower/term';
import type { VariableBinding } from '../../resolve/module/summary';

/** How many names a URL is followed through. */
const MAX_NAMES = 4;

/** What makes a list of parameters of an object, by last names. */
const LISTS = new Set(['URLSearchParams', 'createSearchParams', 'stringify']);

/** `url.toString()`, `url.href`, `String(url)`: what the text is a form of. */
export function plainForm(term: Term, frame: Frame): Term {
  if (term.kind === 'call') {
    const { callee, arguments: list } = term;
    const isText = callee.kind === 'global' && callee.name === 'String';
    if (isText && list[0] !== undefined) return plainForm(list[0].value, frame);
    if (callee.kind === 'member' && callee.key === 'toString') return plainForm(callee.object, frame);
  }
  if (term.kind === 'member' && term.key === 'href' && isMade(term.object, frame)) return plainForm(term.object, frame);
  if (term.kind !== 'reference') return term;
  const binding = frame.module.binding(term.binding);
  const initial = binding.kind === 'variable' && binding.writes.length === 0 ? binding.initial : undefined;
  // `const address = url.toString()`.
  return initial !== undefined && plainCall(initial) ? plainForm(initial, frame) : term;
}

function plainCall({ kind, ...term }: Term): boolean {
  return kind === 'call' && 'callee' in term && term.callee.kind === 'member' && term.callee.key === 'toString';
}

function isMade(term: Term, frame: Frame): boolean {
  return term.kind === 'call' || (term.kind === 'reference' && madeOf(term, frame) !== term);
}

/** What a URL, or a list of parameters, is made of: a text, or an object. Other terms are themselves. */
export function madeOf(term: Term, frame: Frame, names = 0): Term {
  if (term.kind === 'reference') {
    const binding = frame.module.binding(term.binding);
    const initial = binding.kind === 'variable' && !isReplaced(binding) ? binding.initial : undefined;
    const isOne = initial?.kind === 'object' || initial?.kind === 'reference' || initial?.kind === 'call';
    if (initial === undefined || !isOne || names >= MAX_NAMES) return term;
    const made = madeOf(initial, frame, names + 1);
    // What a call gives that is no URL stays what it is called.
    return made === initial && initial.kind === 'call' ? term : made;
  }
  if (term.kind !== 'call') return term;
  const [first] = term.arguments;
  if (first === undefined || first.spread) return term;
  return isUrl(term) || isQuery(term) ? madeOf(first.value, frame, names + 1) : term;
}

/** `url += …` makes another text of it. */
function isReplaced({ writes }: VariableBinding): boolean {
  return writes.some(({ path, kind }) => path.length === 0 && kind === 'assign');
}

function isUrl({ callee, isNew }: CallTerm): boolean {
  return isNew && callee.kind === 'global' && callee.name === 'URL';
}

/** `new URLSearchParams({ … })`, `querystring.stringify({ … })`: not `JSON.stringify`. */
export function isQuery(term: Term): boolean {
  if (term.kind !== 'call') return false;
  const { callee } = term;
  if (callee.kind !== 'member') return LISTS.has('name' in callee ? (callee.name ?? '') : '');
  const isJson = callee.object.kind === 'global' && callee.object.name === 'JSON';
  return !isJson && typeof callee.key === 'string' && LISTS.has(callee.key);
}

/** The members of an object literal, those that it takes over from others included. */
export function entriesOf(object: ObjectTerm, frame: Frame, spreads = 0): readonly Entry[] {
  return object.members.flatMap((member) => {
    if (member.kind === 'property')
      return typeof member.key === 'string' ? [{ key: member.key, value: member.value }] : [];
    const spread = member.kind === 'spread' ? madeOf(member.value, frame) : undefined;
    return spread?.kind === 'object' && spreads < MAX_NAMES ? entriesOf(spread, frame, spreads + 1) : [];
  });
}

interface Entry {
  readonly key: string;
  readonly value: Term;
}

/** What tells that two expressions of a file are the same object: a declared name, and the path from it. */
export function nameOf(term: Term): string | undefined {
  if (term.kind === 'reference') return String(term.binding);
  if (term.kind !== 'member' || typeof term.key !== 'string') return undefined;
  const object = nameOf(term.object);
  return object && `${object}.${term.key}`;
}
