import type { Where } from '../../models/model';
import type { Term } from '../../resolve/term';
import type { Frame } from '../../resolve/value';
import { isCallExpression } from '../../syntax';
import type { Knowledge } from '../knowledge';
import type { FactSchema } from '../schema';
import type { Site } from '../site';
import { leavesOf } from './flow';
import { termsAt } from './terms';

type Parameter = Pick<FactSchema['UrlBuild'], 'parameter' | 'value'>;

/** `?name=` before a piece of a text that is not known. */
const PARAMETER = /[?&#]([\w.-]+)=$/;

/** The parameters of a URL whose values are not written in it: of a text, and of an object by what is set on it. */
export function urlParameters(where: Where, site: Site, knowledge: Knowledge): readonly Parameter[] {
  return (termsAt(where, site) ?? []).flatMap(({ term, frame }) => [
    ...parametersOfText(term, frame, site, knowledge),
    ...parametersSet(term, frame, site, knowledge),
  ]);
}

function parametersOfText(term: Term, frame: Frame, site: Site, knowledge: Knowledge): readonly Parameter[] {
  const address = isUrlOf(term) ?? term;
  return site.evaluator.evaluate(address, frame).possible.flatMap(({ value, guarded }) => {
    if (value.kind !== 'text' || guarded) return [];
    return value.parts.flatMap((part, index) => {
      const before = value.parts[index - 1];
      const name = typeof before === 'string' ? PARAMETER.exec(before)?.[1] : undefined;
      return typeof part === 'string' || name === undefined
        ? []
        : [toParameter(name, part, value.frame, site, knowledge)];
    });
  });
}

/** `new URL(text, base)`, `url.toString()`, `url.href`: what the address is a form of. */
function isUrlOf(term: Term): Term | undefined {
  if (term.kind !== 'call') return undefined;
  const { callee } = term;
  if (term.isNew && callee.kind === 'global' && callee.name === 'URL') return term.arguments[0]?.value;
  return undefined;
}

/** `url.searchParams.set('token', token)` of the object that is loaded. */
function parametersSet(term: Term, frame: Frame, site: Site, knowledge: Knowledge): readonly Parameter[] {
  const root = rootOf(term);
  const { report } = site;
  if (root === undefined || frame.module !== report) return [];
  return report.scope.sites.flatMap((node) => {
    const call = isCallExpression(node) ? report.lower(node) : undefined;
    if (call?.kind !== 'call' || call.callee.kind !== 'member') return [];
    const { key, object } = call.callee;
    if ((key !== 'set' && key !== 'append') || object.kind !== 'member' || object.key !== 'searchParams') return [];
    const [name, value] = call.arguments;
    const isSame = object.object.kind === 'reference' && object.object.binding === root;
    if (!isSame || name?.value.kind !== 'literal' || value === undefined) return [];
    return [toParameter(String(name.value.value), value.value, frame, site, knowledge)];
  });
}

function rootOf(term: Term): number | undefined {
  let at = term;
  if (at.kind === 'call' && at.callee.kind === 'member' && at.callee.key === 'toString') at = at.callee.object;
  if (at.kind === 'member' && at.key === 'href') at = at.object;
  return at.kind === 'reference' ? at.binding : undefined;
}

function toParameter(
  name: string,
  term: Term,
  frame: Frame,
  { evaluator, report }: Site,
  knowledge: Knowledge,
): Parameter {
  const place = { file: frame.module.file, span: term.span };
  const parameter = { value: name, source: 'written', place, guarded: false, trail: [] } as const;
  const value = {
    ...leavesOf(term, frame, evaluator, knowledge),
    span: term.span,
    isText: true,
    isRegistered: false,
  };
  const isHere = frame.module.file === report.file;
  return {
    parameter: { values: [parameter], complete: true, span: term.span, site: undefined },
    value: isHere ? value : { ...value, leaves: [], complete: false },
  };
}
