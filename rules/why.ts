import { catalog } from './catalog';
import { PRECEDENCE } from './catalog/precedence';
import type { Rule, RuleContext } from './catalog/rule';
import { checkFacts, contextOf, isEnabled, isProvenEarlier, problemsOf } from './check';
import type { ParsedDocument } from './document';
import { type Attribute, listAttribute } from './facts/listing';
import type { Fact, Leaf } from './facts/schema';
import type { TrailEnd } from './facts/schema/origins';
import { leavesOf, unknownLeaves } from './facts/values/flow';
import type { Finding } from './finding';
import type { Reading } from './reading';
import { moduleFrame } from './resolve/evaluate/frames';
import { calleeOf } from './resolve/lower/indirectCalls';
import { findDirective } from './suppress/suppress';
import { isCallExpression, isNewExpression } from './syntax';
import { type LineIndex, lineIndex } from './text/lineIndex';
import type { Place, Span } from './text/span';
import type { World } from './world';

/** Why a line is reported, or is not. */
export interface Why {
  readonly facts: readonly FactWhy[];
  /** The calls of the line that are no facts. */
  readonly calls: readonly CallWhy[];
}

/** What the rules say of one fact. */
export interface FactWhy {
  readonly kind: Fact['kind'];
  readonly display: string;
  /** It happens only under a test of the environment. */
  readonly guarded: boolean;
  readonly attributes: readonly AttributeWhy[];
  readonly verdicts: readonly Verdict[];
}

export interface AttributeWhy {
  readonly name: string;
  /** What is known of it; secrets are named by their length only. */
  readonly value: string;
  readonly unknown: readonly Unknown[];
}

/** Where the trail of a value ends. */
export interface Unknown extends Place {
  /** What the code calls it there. */
  readonly name: string | undefined;
  readonly at: TrailEnd;
}

export type Verdict = { readonly rule: string } & (
  | { readonly kind: 'reported' | 'off' }
  /** A comment silences it. */
  | { readonly kind: 'suppressed'; readonly place: Place }
  /** The function that is called shows it by itself, and is where it is reported. */
  | { readonly kind: 'reported-there'; readonly place: Place }
  /** Another rule says more about the same fact. */
  | { readonly kind: 'left-to'; readonly other: string }
  /** It has the same cause as another place, and is named there. */
  | { readonly kind: 'reported-once' }
  /** The rule has no objection; `undecided` are the attributes that it looked at and that are not known. */
  | { readonly kind: 'silent'; readonly undecided: readonly string[] }
);

export interface CallWhy {
  readonly callee: string;
  /** The API of a package that it is, as far as it is one. */
  readonly api: string | undefined;
  /** A function of the workspace that it is. */
  readonly definedAt: Place | undefined;
  readonly unknown: readonly Unknown[];
}

/** What is found, and the comment that silences it. */
type Findings = ReadonlyMap<Finding, Span | undefined>;

export function whyAt(line: number, reading: Reading, document: ParsedDocument, world: World): Why {
  const lines = lineIndex(document.text);
  const facts = reading.facts();
  const context = contextOf(facts, reading, document, world);
  const findings = new Map(
    checkFacts(facts, context, []).map((finding) => [finding, findDirective(finding, document)?.comment.span]),
  );
  const here = facts.filter(({ span }) => coversLine(span, line, lines));
  return {
    facts: here.map((fact) => whyOfFact(fact, context, findings)),
    calls: callsOf(line, here, reading, document, lines),
  };
}

function coversLine({ start, end }: Span, line: number, lines: LineIndex): boolean {
  return lines.positionAt(start).line <= line && line <= lines.positionAt(end).line;
}

function whyOfFact(fact: Fact, context: RuleContext, findings: Findings): FactWhy {
  const attributes = Object.entries<Attribute>(fact.attributes).map(([name, attribute]) => ({
    name,
    value: listAttribute(attribute, context.file),
    unknown: unknownOf(attribute, context.file),
  }));
  const undecided = new Set(attributes.flatMap(({ name, unknown }) => (unknown.length === 0 ? [] : [name])));
  const verdicts = catalog
    .filter(({ on }) => on.includes(fact.kind))
    .map((rule) => verdictOf(rule, fact, context, findings, undecided));
  return { kind: fact.kind, display: fact.display, guarded: fact.guarded, attributes, verdicts };
}

function unknownOf(attribute: Attribute, file: string): readonly Unknown[] {
  if ('constant' in attribute || 'uses' in attribute) return [];
  const isFlow = 'leaves' in attribute;
  const leaves = isFlow ? unknownLeaves(attribute.leaves) : attribute.complete ? [] : (attribute.unknowns?.() ?? []);
  if (leaves.length > 0) return leaves.map(toUnknown);
  return attribute.complete ? [] : [{ file, span: attribute.span, name: undefined, at: 'expression' }];
}

function toUnknown({ place, names, origin }: Leaf): Unknown {
  return { ...place, name: names[names.length - 1], at: origin.kind === 'unknown' ? origin.at : 'expression' };
}

function verdictOf(
  rule: Rule,
  fact: Fact,
  context: RuleContext,
  findings: Findings,
  undecided: ReadonlySet<string>,
): Verdict {
  const { id } = rule;
  if (!isEnabled(rule, context)) return { rule: id, kind: 'off' };
  const lookedAt = new Set<string>();
  const problems = problemsOf(rule, watched(fact, lookedAt), context);
  if (problems.length === 0) {
    return { rule: id, kind: 'silent', undecided: [...undecided].filter((name) => lookedAt.has(name)) };
  }
  for (const [{ rule: found, span }, comment] of findings) {
    if (found !== id || !problems.some(({ at }) => isSame(at, span))) continue;
    if (comment === undefined) return { rule: id, kind: 'reported' };
    return { rule: id, kind: 'suppressed', place: { file: context.file, span: comment } };
  }
  const [first] = fact.via;
  if (first !== undefined && isProvenEarlier(rule, fact, context)) {
    return { rule: id, kind: 'reported-there', place: first };
  }
  const other = PRECEDENCE.find(({ rule: speaker, over }) => over.includes(id) && isProblem(speaker, fact, context));
  return other === undefined ? { rule: id, kind: 'reported-once' } : { rule: id, kind: 'left-to', other: other.rule };
}

/** The fact itself, which notes the attributes that are looked at. */
function watched(fact: Fact, lookedAt: Set<string>): Fact {
  const attributes = new Proxy(fact.attributes, {
    get(target, name) {
      if (typeof name === 'string') lookedAt.add(name);
      return Reflect.get(target, name) as unknown;
    },
  });
  // A proxy of the attributes has their type.
  return { ...fact, attributes } as Fact;
}

function isProblem(id: string, fact: Fact, context: RuleContext): boolean {
  return catalog.some(
    (rule) => rule.id === id && rule.on.includes(fact.kind) && problemsOf(rule, fact, context).length > 0,
  );
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

function callsOf(
  line: number,
  facts: readonly Fact[],
  { module, evaluator, knowledge }: Reading,
  { text }: ParsedDocument,
  lines: LineIndex,
): readonly CallWhy[] {
  const frame = moduleFrame(module);
  return module.scope.sites.flatMap((node): readonly CallWhy[] => {
    if (!isCallExpression(node) && !isNewExpression(node)) return [];
    const called = calleeOf(node);
    const term = module.lower(called);
    const isHere = lines.positionAt(term.span.end).line === line;
    if (!isHere || facts.some(({ calleeSpan }) => calleeSpan.end === term.span.end)) return [];
    const { possible } = evaluator.evaluate(term, frame);
    const api = possible.flatMap(({ value }) => (value.kind === 'api' ? [apiName(value)] : []))[0];
    const definedAt = possible.flatMap(({ value, place }) => (value.kind === 'function' ? [place] : []))[0];
    const isKnown = api !== undefined || definedAt !== undefined;
    const { leaves } = leavesOf(term, frame, evaluator, knowledge);
    const callee = text.slice(term.span.start, term.span.end).replace(/\s+/g, ' ').slice(0, 60);
    return [{ callee, api, definedAt, unknown: isKnown ? [] : unknownLeaves(leaves).map(toUnknown) }];
  });
}

function apiName({ module, path }: { readonly module: string; readonly path: string }): string {
  return module === '' ? path : `${path} of ${module}`;
}
