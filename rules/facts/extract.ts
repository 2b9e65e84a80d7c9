import type { LibraryModel, Trigger } from '../models/model';
import type { Action } from '../resolve/actions';
import { frameOfCall } from '../resolve/calls';
import { type Evaluator, moduleFrame } from '../resolve/evaluate';
import type { LiveModule } from '../resolve/module';
import type { CallTerm, Term } from '../resolve/term';
import type { Frame, Value } from '../resolve/value';
import { isCallExpression, isIdentifier, isNewExpression, type Node } from '../syntax';
import type { Place, Span } from '../text/span';
import { attributesOf } from './attributes';
import type { Knowledge, OwnedEmission } from './knowledge';
import { describe, type FindDependency, isInBand, isTriggered } from './match';
import type { Fact } from './schema';
import type { Site } from './site';
import { statementAround } from './statement';

export type { FindDependency } from './match';

/** Functions are looked through this deep: a wrapper of a wrapper of a wrapper. */
const MAX_LEVELS = 5;
/** Actions looked at behind one call, and behind all calls of a file. */
const MAX_EFFECTS_PER_CALL = 200;
const MAX_EFFECTS = 20_000;

/** Every fact of a file, in source order: what it does itself, and what the functions that it calls do with what it gives. */
export function extractFacts(
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
  findDependency: FindDependency,
): readonly Fact[] {
  const facts: Fact[] = [];
  const frame = moduleFrame(module);
  let effects = 0;

  const factsAt = (site: Site, emissions: readonly OwnedEmission[], base: FactBase): readonly Fact[] =>
    emissions
      .filter((owned) => isInBand(owned, findDependency) && isTriggered(owned.emission.at, site))
      .flatMap(({ library, emission }) =>
        attributesOf(emission, site, knowledge).map((attributes): Fact => {
          const display = displayOf(site, { library, emission });
          // The one place where attributes meet their kind: both come from one emission.
          return { ...base, kind: emission.emits, display, package: library.package, attributes } as Fact;
        }),
      );

  /** The facts that a called function does with the arguments; beside each, what the function alone proves. */
  const factsBehind = (
    call: CallTerm,
    within: Frame,
    base: FactBase,
    outer: Omit<Site, 'action' | 'frame' | 'call' | 'callee'>,
    level: number,
  ): readonly Fact[] => {
    if (level > MAX_LEVELS || effects > MAX_EFFECTS) return [];
    return calledFunctions(call, within, evaluator).flatMap((callee) => {
      const inner = frameOfCall(callee, call, within);
      const shape = inner.module.function(callee.id);
      return shape.effects.slice(0, MAX_EFFECTS_PER_CALL).flatMap((action) => {
        effects++;
        const bound = factsOfEffect(action, inner, base, outer, level);
        if (bound.length === 0) return [];
        const alone = factsOfEffect(action, callee.frame, base, outer, level);
        return bound.map((fact, index): Fact => {
          const provenBy = alone[index];
          const unbound = provenBy === undefined ? [] : [{ ...provenBy, provenBy: [] }, ...provenBy.provenBy];
          return { ...fact, provenBy: [...fact.provenBy, ...unbound] };
        });
      });
    });
  };

  const factsOfEffect = (
    action: Action,
    inner: Frame,
    base: FactBase,
    outer: Omit<Site, 'action' | 'frame' | 'call' | 'callee'>,
    level: number,
  ): readonly Fact[] => {
    const { term } = action;
    const { callee, emissions } = describe(term, inner, evaluator, knowledge);
    const place: Place = {
      file: inner.module.file,
      span: term.kind === 'call' ? shortSpan(term.callee) : term.target.span,
    };
    const reached: FactBase = {
      ...base,
      guarded: base.guarded || action.guarded,
      around: [...base.around, ...action.around],
      via: [...base.via, place],
    };
    const call = term.kind === 'call' ? term : undefined;
    const own = factsAt({ ...outer, action, frame: inner, call, callee }, emissions, reached);
    return own.length > 0 || call === undefined ? own : factsBehind(call, inner, reached, outer, level + 1);
  };

  for (const node of module.scope.sites) {
    if (!mayBeFact(node, module, knowledge)) continue;
    const action = module.action(node);
    if (action === undefined) continue;
    const { term, guarded, around } = action;
    const { callee, emissions } = describe(term, frame, evaluator, knowledge);
    const calleeSpan = term.kind === 'call' ? shortSpan(term.callee) : term.target.span;
    const outer = { evaluator, report: module, span: term.span, calleeSpan };
    const base: FactBase = {
      span: term.span,
      calleeSpan,
      guarded,
      around,
      statement: statementAround(node, module.tree),
      via: [],
      provenBy: [],
    };
    const call = term.kind === 'call' ? term : undefined;
    const own = factsAt({ ...outer, action, frame, call, callee, isDirect: true }, emissions, base);
    facts.push(...own);
    if (own.length > 0 || call === undefined) continue;
    facts.push(...factsBehind(call, frame, { ...base, statement: undefined }, { ...outer, isDirect: false }, 1));
  }
  return facts;
}

type FactBase = Pick<Fact, 'span' | 'calleeSpan' | 'guarded' | 'around' | 'statement' | 'via' | 'provenBy'>;

function calledFunctions(
  call: CallTerm,
  frame: Frame,
  evaluator: Evaluator,
): readonly (Value & { kind: 'function' })[] {
  return evaluator
    .evaluate(call.callee, frame)
    .possible.map(({ value }) => value)
    .filter((value) => value.kind === 'function');
}

/** What people read as the callee: of a long chain, only the last name. */
function shortSpan(callee: Term): Span {
  return callee.kind === 'member' && holdsCall(callee.object) ? callee.keySpan : callee.span;
}

function holdsCall(term: Term): boolean {
  let object = term;
  while (object.kind === 'member') object = object.object;
  return object.kind === 'call' || object.kind === 'unknown';
}

/**
 * A cheap look at a call or assignment: most calls of a program have nothing to do with any library described, nor with
 * a function whose text is at hand.
 */
function mayBeFact(node: Node, module: LiveModule, knowledge: Knowledge): boolean {
  if (!isCallExpression(node) && !isNewExpression(node)) return true;
  const { expression: callee } = node;
  const { name } = callee as Node & { name?: Node };
  if (name !== undefined && isIdentifier(name) && knowledge.isRelevantName(name.text)) return true;
  if (isIdentifier(callee) && knowledge.isRelevantName(callee.text)) return true;
  return mayBeFunction(callee, module);
}

/** Whether a callee starts from something that this workspace defines: not a package, a global or a bare parameter. */
function mayBeFunction(callee: Node, module: LiveModule): boolean {
  let root = callee;
  for (;;) {
    const { expression } = root as Node & { expression?: Node };
    if (isIdentifier(root) || expression === undefined) break;
    root = expression;
  }
  if (!isIdentifier(root)) return isThis(root);
  const id = module.scope.find(root.text, root);
  const binding = id === undefined ? undefined : module.binding(id);
  switch (binding?.kind) {
    case 'variable':
      return binding.initial !== undefined || binding.writes.length > 0;
    case 'parameter':
      return module.function(binding.function).parameters[binding.index]?.type !== undefined;
    case 'import':
    case 'function':
    case 'class':
      return true;
    default:
      return false;
  }
}

function isThis(node: Node): boolean {
  return node.getChildCount() === 0 && node.getText() === 'this';
}

/** The callee as the code spells it, when that is short enough to be read in a sentence. */
function displayOf({ action, call }: Site, { library, emission: { at } }: OwnedEmission): string {
  const readable = action.written === '' ? describedName(library, at) : action.written;
  if (call === undefined) return readable;
  return call.isNew ? `new ${readable}()` : `${readable}()`;
}

/** `res.cookie`, `jwt.sign`: what people call a described function. */
function describedName({ display, types = [], package: name }: LibraryModel, at: Trigger): string {
  if ('assign' in at) return at.assign;
  const path = 'call' in at ? at.call : at.method;
  if (name === '' && 'call' in at) return path;
  const [head = '', ...rest] = path.split('.');
  const owner = types.find((type) => type.name === head)?.display ?? display;
  const tail = head.startsWith('#') ? rest : [head, ...rest];
  return [owner, ...tail].filter((part) => part !== '').join('.');
}
