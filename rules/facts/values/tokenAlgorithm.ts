import type { Where } from '../../models/model';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame } from '../../resolve/evaluate/value';
import { memberTerm } from '../../resolve/lower/operands';
import type { Term } from '../../resolve/lower/term';
import { wordsOf } from '../../text/words';
import { givesHeader, isHeaderName } from '../around/headerNames';
import type { Allowlist, Setting } from '../schema';
import type { Site } from '../site';
import type { FramedTerm } from './chain';
import { nameOf } from './flowNames';
import { givenFor, valuesOf } from './heldValues';
import { startsAt } from './terms';

const MAX_STEPS = 12;

/** The algorithms that a verifier accepts, once it is asked whether it takes them from the token: `[header.alg]`. */
export function withTokenAlgorithm(
  setting: Setting<Allowlist>,
  places: readonly Where[],
  site: Site,
): Setting<Allowlist> {
  if (setting.complete) return setting;
  const named = places
    .flatMap((where) => listedAt(where, site))
    .filter((one) => isDecoded(one, site.evaluator) || isNamed(one, [], site.evaluator, MAX_STEPS));
  const values = named.map(
    ({ term: { span }, frame: { module } }) =>
      ({ value: 'token', source: 'written', place: { file: module.file, span }, guarded: false, trail: [] }) as const,
  );
  return values.length === 0 ? setting : { ...setting, values: [...setting.values, ...values] };
}

/** What stands in the list at a place of a call, or in place of it. */
function listedAt(where: Where, site: Site): readonly FramedTerm[] {
  const path = 'path' in where ? where.path : [];
  return (startsAt(where, site) ?? [])
    .flatMap(({ term, frame }) => partsAt(path, term, frame, site.evaluator))
    .flatMap(({ term, frame }) => itemsOf(term, frame, site.evaluator));
}

/** The terms at a path of keys, in the objects that a term can be. */
function partsAt(path: readonly string[], term: Term, frame: Frame, evaluator: Evaluator): readonly FramedTerm[] {
  const key = path.at(-1);
  if (key === undefined) return [{ term, frame }];
  return evaluator
    .evaluate(memberTerm(term, path.slice(0, -1)), frame)
    .possible.flatMap(({ value }) =>
      value.kind === 'object'
        ? value.term.members.flatMap((member) =>
            member.kind === 'property' && member.key === key ? [{ term: member.value, frame: value.frame }] : [],
          )
        : [],
    );
}

function itemsOf(term: Term, frame: Frame, evaluator: Evaluator): readonly FramedTerm[] {
  const lists = evaluator
    .evaluate(term, frame)
    .possible.flatMap(({ value }) => (value.kind === 'array' ? [{ list: value.term, frame: value.frame }] : []));
  if (lists.length === 0) return [{ term, frame }];
  return lists.flatMap(({ list, frame: within }) =>
    list.elements.flatMap(({ value, spread }) => (spread ? [] : [{ term: value, frame: within }])),
  );
}

/** `decode(token, { complete: true }).header.alg` of a library, wherever it is called. */
function isDecoded({ term, frame }: FramedTerm, evaluator: Evaluator): boolean {
  return evaluator
    .evaluate(term, frame)
    .possible.some(({ value }) => value.kind === 'api' && /decode\w*\(\)(?:\.header)?\.alg$/i.test(value.path));
}

/** Whether what a term holds at `keys` is the `alg` of a token's header, by the names on the way to it. */
function isNamed(
  { term: at, frame }: FramedTerm,
  keys: readonly string[],
  evaluator: Evaluator,
  steps: number,
): boolean {
  const isAlgorithm = keys.length === 1 && keys[0] === 'alg';
  if (isOfHeader(keys)) return true;
  if (steps === 0) return false;
  const follow = (term: Term, path: readonly string[], within = frame): boolean =>
    isNamed({ term, frame: within }, path, evaluator, steps - 1);
  switch (at.kind) {
    case 'member':
      return typeof at.key === 'string' && follow(at.object, [at.key, ...keys]);
    case 'logical':
      return follow(at.left, keys) || follow(at.right, keys);
    case 'choice':
      return follow(at.then, keys) || follow(at.else, keys);
    case 'call':
      return isAlgorithm && nameOf(at).some((name) => givesHeader(name) || wordsOf(name).includes('decode'));
    case 'reference': {
      if (isAlgorithm && isHeaderName(at.name)) return true;
      const binding = frame.module.binding(at.binding);
      if (binding.kind === 'variable') return valuesOf(binding, at, frame).some(({ term }) => follow(term, keys));
      if (binding.kind !== 'parameter') return false;
      const path = [...binding.path, ...keys];
      const given = givenFor(binding, frame, evaluator);
      return given === undefined ? isOfHeader(path) : follow(given.term, path, given.frame);
    }
    default:
      return false;
  }
}

/** `header.alg`, at the end of a path of keys. */
function isOfHeader(keys: readonly string[]): boolean {
  return keys.at(-1) === 'alg' && isHeaderName(keys.at(-2) ?? '');
}
