import type { Where } from '../../models/model';
import type { Frame } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import { isCallExpression } from '../../syntax';
import { wordSet } from '../../text/words';
import type { Knowledge } from '../knowledge';
import type { FactSchema } from '../schema';
import type { Site } from '../site';
import { leavesOf } from './flow';
import { termsAt } from './terms';
import { entriesOf, isQuery, madeOf, nameOf, plainForm } from './urlForms';

type Parameter = Pick<FactSchema['UrlBuild'], 'parameter' | 'value' | 'address'>;

/** Who asks: the file under analysis, and what works its values out. */
interface Asker extends Pick<Site, 'evaluator' | 'report'> {
  readonly knowledge: Knowledge;
}

/** `?name=` before a piece of a text that is not known. */
const PARAMETER = /[?&#]([\w.-]+)=$/;
/** How often a text may have been put together. */
const MAX_STEPS = 6;

/** Where parameters are listed. */
const LIST = /[?&#]$/;

/** Members of an object that a router takes for a URL: those that hold its text, and those that hold its parameters. */
const TEXT_KEYS = wordSet('pathname path to href url');
const LIST_KEYS = wordSet('query search queryParams hash');

/** The parameters of a URL whose values are not written in it: of a text, and of an object by what is set on it. */
export function urlParameters(where: Where, site: Site, knowledge: Knowledge): readonly Parameter[] {
  const asker = { evaluator: site.evaluator, report: site.report, knowledge };
  return (termsAt(where, site) ?? []).flatMap(({ term, frame }) => parametersOf(term, frame, asker));
}

/** The same of an expression. */
export function parametersOf(term: Term, frame: Frame, asker: Asker): readonly Parameter[] {
  const form = plainForm(term, frame);
  const object = madeOf(form, frame);
  if (object.kind === 'object') return parametersOfObject(object, frame, asker);
  return [...parametersOfText(object, frame, '', asker), ...parametersSet(form, frame, asker)];
}

/** `{ pathname, query: { token } }`. */
function parametersOfObject(object: Term & { kind: 'object' }, frame: Frame, asker: Asker): readonly Parameter[] {
  const entries = entriesOf(object, frame);
  const address = entries
    .flatMap(({ key, value }) => (TEXT_KEYS.has(key) && value.kind === 'literal' ? String(value.value) : []))
    .join('');
  return entries.flatMap(({ key, value }) => {
    if (TEXT_KEYS.has(key)) return parametersOfText(value, frame, '', asker);
    return LIST_KEYS.has(key) ? parametersOfList(value, frame, `${address}?`, asker) : [];
  });
}

function parametersOfText(term: Term, frame: Frame, start: string, asker: Asker, steps = 0): readonly Parameter[] {
  return asker.evaluator.evaluate(term, frame).possible.flatMap(({ value, guarded }) => {
    if (value.kind !== 'text' || guarded) return [];
    let written = start;
    return value.parts.flatMap((part, index) => {
      const before = written;
      // What is filled in may end a name as it may end a value.
      written = typeof part === 'string' ? before + part : `${before}*`;
      if (typeof part === 'string') return [];
      // `url += '&page=1'`: what it was before may hold parameters as well.
      if (index === 0 && part.kind === 'reference' && steps < MAX_STEPS)
        return parametersOfText(part, value.frame, start, asker, steps + 1);
      if (LIST.test(before)) return parametersOfList(part, value.frame, before, asker, steps + 1);
      const name = PARAMETER.exec(before)?.[1];
      return name === undefined ? [] : [toParameter(name, part, value.frame, before, asker)];
    });
  });
}

/** What stands behind a `?`: an object, a list of parameters that is made of one, or a text. */
function parametersOfList(term: Term, frame: Frame, address: string, asker: Asker, steps = 0): readonly Parameter[] {
  const form = plainForm(term, frame);
  const made = madeOf(form, frame);
  const listed =
    made.kind === 'object'
      ? entriesOf(made, frame).flatMap(({ key, value }) =>
          value.kind === 'literal' ? [] : [toParameter(key, value, frame, address, asker)],
        )
      : isQuery(made) || steps >= MAX_STEPS
        ? []
        : parametersOfText(made, frame, LIST.test(address) ? address : `${address}?`, asker, steps);
  return [...listed, ...parametersSetOn(form, frame, address, asker)];
}

/** `url.searchParams.set('token', token)` and `url.search = …` of the object that is loaded. */
function parametersSet(term: Term, frame: Frame, asker: Asker): readonly Parameter[] {
  if (term.kind !== 'reference' || frame.module !== asker.report) return [];
  const made = madeOf(term, frame);
  const address = made.kind === 'literal' ? String(made.value) : '';
  const parts: Term = { kind: 'member', object: term, key: 'searchParams', span: term.span, keySpan: term.span };
  const binding = frame.module.binding(term.binding);
  const written = 'writes' in binding ? binding.writes : [];
  return [
    ...parametersSetOn(parts, frame, address, asker),
    ...written.flatMap(({ path: [key, ...others], value }) =>
      others.length === 0 && (key === 'search' || key === 'hash') && value !== undefined
        ? parametersOfList(value, frame, `${address}?`, asker)
        : [],
    ),
  ];
}

/** `params.set('token', token)` of the same object, wherever the file says so. */
function parametersSetOn(list: Term, frame: Frame, address: string, asker: Asker): readonly Parameter[] {
  const name = nameOf(list);
  const { report } = asker;
  if (name === undefined || frame.module !== report) return [];
  return report.scope.sites.flatMap((node) => {
    const call = isCallExpression(node) ? report.lower(node) : undefined;
    if (call?.kind !== 'call' || call.callee.kind !== 'member') return [];
    const { key, object } = call.callee;
    if ((key !== 'set' && key !== 'append') || nameOf(object) !== name) return [];
    const [parameter, value] = call.arguments;
    if (parameter?.value.kind !== 'literal' || value === undefined) return [];
    return [toParameter(String(parameter.value.value), value.value, frame, address, asker)];
  });
}

function toParameter(
  name: string,
  term: Term,
  frame: Frame,
  address: string,
  { evaluator, report, knowledge }: Asker,
): Parameter {
  const place = { file: frame.module.file, span: term.span };
  const parameter = { value: name, source: 'written', place, guarded: false, trail: [] } as const;
  const { leaves, complete } = leavesOf(term, frame, evaluator, knowledge);
  const asked = keyAskedFor(term);
  const value = {
    leaves: leaves.map((leaf) => ({ ...leaf, names: [...asked, ...leaf.names] })),
    complete,
    span: term.span,
    isText: true,
    isRegistered: false,
  };
  const isHere = frame.module.file === report.file;
  return {
    parameter: { values: [parameter], complete: true, span: term.span, site: undefined },
    value: isHere ? value : { ...value, leaves: [], complete: false },
    address: { constant: address },
  };
}

/** The key of what is put there as it is read: `localStorage.getItem('token')`. */
function keyAskedFor(term: Term): readonly string[] {
  if (term.kind !== 'call' || term.callee.kind !== 'member' || term.callee.key !== 'getItem') return [];
  const [key] = term.arguments;
  return key?.value.kind === 'literal' && typeof key.value.value === 'string' ? [key.value.value] : [];
}
