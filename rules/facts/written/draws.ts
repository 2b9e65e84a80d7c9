import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import { numberOf } from '../../resolve/evaluate/onlyValue';
import { calleeOf, lastNameOf } from '../../resolve/lower/indirectCalls';
import type { LiveModule } from '../../resolve/module/module';
import type { Binding } from '../../resolve/module/summary';
import { enclosing } from '../../resolve/scope/surroundings';
import { isAdding, isCallExpression, isFunctionLike, isIdentifier, type Node, spanOf } from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import { drawEdits } from '../edits/drawEdits';
import type { Knowledge } from '../knowledge';
import type { DrawSource, FactOf, FactSchema } from '../schema';
import { type DrawnUse, drawnUseOf } from './drawnUse';
import { writtenAt } from './written';

/** Ways to draw a value that a file shows by name; the clock counts only beside the name of what it becomes. */
const DRAWS =
  /\brandom\s*\(|[rR]andomBytes\b|\brandomUUID\b|(?:\bfrom|\brequire\(|\bimport\()\s*['"`][^'"`\s]*\b(?:uuid|nanoid|shortid|random)\b/;
const CLOCK = /\bDate\.now\b/g;
/** Names of what a drawn value must not become. */
const BECOMES =
  /token|secret|sess(?:ion)?[_-]?id|\bsid\b|otp|passw|passphrase|passcode|(?:reset|verif\w*|confirm\w*|login|mfa|2fa|factor|sms|activation|security|time|auth\w*)_?code|(?:api|private|signing|access|auth|admin)_?key|\bjwt\b|session/i;

/** Whether a file can draw what nobody may guess, by its text. */
export function mayDraw(text: string): boolean {
  if (!BECOMES.test(text)) return false;
  if (DRAWS.test(text)) return true;
  for (const { index } of text.matchAll(CLOCK)) if (isBesideName(text, index)) return true;
  return false;
}

function isBesideName(text: string, offset: number): boolean {
  const end = text.indexOf('\n', offset);
  return BECOMES.test(text.slice(text.lastIndexOf('\n', offset) + 1, end < 0 ? text.length : end));
}

/** The draws of a file that become something of a name that tells, one for each expression. */
export function drawsIn(
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
): readonly FactOf<'RandomDraw'>[] {
  const { scope, tree } = module;
  const found: FactOf<'RandomDraw'>[] = [];
  if (!mayDraw(tree.text)) return found;
  const wholes = new Set<Node>();
  const frame = moduleFrame(module);
  const draws = scope.sites.flatMap((node) => {
    if (!isCallExpression(node) || !showsDraw(node, module, knowledge)) return [];
    const callee = module.lower(calleeOf(node));
    const [draw] = evaluator
      .evaluate(callee, frame)
      .possible.flatMap(({ value }) =>
        value.kind === 'api' ? (knowledge.drawOf(value.module, value.path) ?? []) : [],
      );
    return draw === undefined ? [] : { node, callee, draw };
  });
  // Beside a generator, the time says nothing more.
  const isClock = ({ draw }: (typeof draws)[number]): number => (draw.source === 'clock' ? 1 : 0);
  for (const { node, callee, draw } of draws.sort((one, other) => isClock(one) - isClock(other))) {
    if (draw.source === 'clock' && !isBesideName(tree.text, node.getStart(tree))) continue;
    const use = drawnUseOf(node, module);
    if (use === undefined || use.kind === 'never' || wholes.has(use.whole)) continue;
    wholes.add(use.whole);
    const size = draw.size === undefined || isRepeated(node) ? undefined : node.arguments[draw.size];
    const span = spanOf(use.whole, tree);
    if (use.kind === 'session-id' && saysOtherwise(tree.text.slice(span.start, span.end))) continue;
    found.push({
      kind: 'RandomDraw',
      display: `${tree.text.slice(callee.span.start, callee.span.end)}()`,
      ...writtenAt(node, { span }, module),
      attributes: {
        source: { constant: draw.source },
        size: { constant: size && numberOf(module.lower(size), frame, evaluator) },
        becomes: { constant: use.kind },
        name: { constant: use.name },
        form: { constant: formOf(use, draw.source, tree.text) },
      },
      replacement: drawEdits({ node, use, size, source: draw.source }, module, evaluator),
    });
  }
  return found;
}

/** Functions that put together what another one gives several times. */
const REPEATING = wordSet('from replace replaceAll');

/** `code += randomBytes(4)…`, `Array.from({ length }, () => randomBytes(1)…)`: how much is drawn is up to what goes around. */
function isRepeated(draw: Node): boolean {
  const end = enclosing(draw, (node) => isAdding(node) || isFunctionLike(node));
  if (end === undefined || isAdding(end)) return end !== undefined;
  const { parent } = end;
  return isCallExpression(parent) && REPEATING.has(lastNameOf(parent.expression) ?? '');
}

/** The name of a draw, or any other that a library which draws is imported by. */
function showsDraw(call: Node, module: LiveModule, knowledge: Knowledge): boolean {
  const callee = calleeOf(call);
  const last = (callee as Node & { name?: Node }).name ?? callee;
  if (!isIdentifier(last)) return false;
  if (knowledge.isDrawName(last.text)) return true;
  const id = isIdentifier(callee) ? module.scope.find(callee.text, callee) : undefined;
  const specifier = id === undefined ? undefined : specifierOf(module.binding(id));
  return specifier !== undefined && knowledge.isDrawModule(specifier);
}

/** What a name is imported or required from: `const { v1: uuid } = require('uuid')`. */
function specifierOf(binding: Binding): string | undefined {
  if (binding.kind === 'import') return binding.specifier;
  let value = binding.kind === 'variable' ? binding.initial : undefined;
  while (value?.kind === 'member') value = value.object;
  return value?.kind === 'module' ? value.specifier : undefined;
}

/** Words that a session id may start with and still be one that signs somebody in. */
const SESSION_WORDS = wordSet('s sess session sid id auth user usr login token web app');

/** `mcp-session-${Date.now()}`: sessions of other things are named after them. */
function saysOtherwise(expression: string): boolean {
  const prefix = /^['"`]([A-Za-z][\w:-]*)/.exec(expression)?.[1] ?? '';
  return wordsOf(prefix).some((word) => /^[a-z]{2,}$/.test(word) && !SESSION_WORDS.has(word));
}

/** How a drawn value is written where it gets its name. */
function formOf({ way }: DrawnUse, source: DrawSource, text: string): FactSchema['RandomDraw']['form']['constant'] {
  if (source !== 'weak' && source !== 'clock') return 'text';
  if (way.some(({ outer }) => WRITTEN_OUT.test(text.slice(outer.pos, outer.end)))) return 'text';
  return way.every(({ mention, outer }) => mention === outer) ? 'bare-number' : 'number';
}

const WRITTEN_OUT = /toString|String|charAt|fromCharCode|digest|join|['"`[]/;
