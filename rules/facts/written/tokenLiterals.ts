import type { LiveModule } from '../../resolve/module/module';
import { namesAround } from '../../resolve/scope/surroundings';
import {
  isPropertyAssignment,
  isStringLiteral,
  isStringLiteralLike,
  type Node,
  nodeAt,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import { contains, type Span } from '../../text/span';
import { findTokens } from '../../token';
import type { FactOf, FactSchema } from '../schema';
import { writtenAt } from './written';

/** What a file shows that holds a token: how a JWT starts, or what an `Authorization` header sends. */
export const TOKEN_LITERAL = 'eyJ|\\bBearer [\\w.~+/-]{16}';

const SHOWN = new RegExp(TOKEN_LITERAL);
const BEARER = /^Bearer ([\w.~+/-]{16,512}=*)$/;
const BEARER_STARTS = /['"`]Bearer (?!eyJ)/g;

type Form = FactSchema['TokenLiteral']['form']['constant'];
type Stand = FactSchema['TokenLiteral']['stands']['constant'];

/** The tokens that stand in the strings and templates of a file; comments and text of a page are no code. */
export function tokenLiterals(module: LiveModule): readonly FactOf<'TokenLiteral'>[] {
  const { text } = module.tree;
  if (!SHOWN.test(text)) return [];
  const jwts = findTokens(text)
    .filter(({ raw }) => raw.startsWith('eyJ'))
    .flatMap(({ span, raw }) => literalFact(span, raw, 'jwt', module) ?? []);
  return [...jwts, ...opaqueBearers(module)].sort((one, other) => one.span.start - other.span.start);
}

function opaqueBearers(module: LiveModule): readonly FactOf<'TokenLiteral'>[] {
  const { tree } = module;
  return Array.from(tree.text.matchAll(BEARER_STARTS)).flatMap(({ index }) => {
    const node = nodeAt(tree, index);
    const token = isStringLiteralLike(node) ? BEARER.exec(node.text)?.[1] : undefined;
    if (token === undefined) return [];
    const { end } = spanOf(node, tree);
    return literalFact({ start: end - 1 - token.length, end: end - 1 }, token, 'opaque', module) ?? [];
  });
}

function literalFact(span: Span, token: string, form: Form, module: LiveModule): FactOf<'TokenLiteral'> | undefined {
  const { tree, file } = module;
  const node = nodeAt(tree, span.start);
  if (!isText(node) || isType(node)) return undefined;
  const literal = spanOf(node, tree);
  if (span.start < literal.start) return undefined;
  const names = namesOf(node);
  return {
    kind: 'TokenLiteral',
    display: '',
    ...writtenAt(node, { span: literal }, module),
    around: names,
    attributes: {
      token: {
        span,
        leaves: [
          {
            origin: { kind: 'literal', value: token },
            names,
            place: { file, span },
            trail: [],
            guarded: false,
            isFallback: false,
            isPiece: false,
            isMember: false,
          },
        ],
        complete: true,
        isText: true,
        isRegistered: false,
      },
      form: { constant: form },
      stands: { constant: standOf(node, literal, span, tree.text) },
    },
  };
}

function isText({ kind }: Node): boolean {
  switch (kind) {
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
    case SyntaxKind.TemplateHead:
    case SyntaxKind.TemplateMiddle:
    case SyntaxKind.TemplateTail:
      return true;
    default:
      return false;
  }
}

function isType({ parent }: Node): boolean {
  return parent.kind === SyntaxKind.LiteralType || parent.kind === SyntaxKind.TemplateLiteralType;
}

/** The names around it, and the key in quotes that it stands under. */
function namesOf(node: Node): readonly string[] {
  const { parent } = node;
  const key = isPropertyAssignment(parent) && isStringLiteral(parent.name) ? [parent.name.text] : [];
  return [...key, ...namesAround(node)];
}

/** What takes a literal and no other expression, reads templates in a way of its own, or has a read beside it already. */
const FIXED: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BinaryExpression,
  SyntaxKind.ComputedPropertyName,
  SyntaxKind.EnumMember,
  SyntaxKind.JsxAttribute,
  SyntaxKind.TaggedTemplateExpression,
]);

function standOf(node: Node, literal: Span, token: Span, text: string): Stand {
  const { parent } = node;
  const isKey = isPropertyAssignment(parent) && parent.name === node;
  // A token that is joined of several literals is in none of them.
  if (!contains(literal, token) || isKey || FIXED.has(parent.kind)) return 'fixed';
  if (literal.start + 1 === token.start && literal.end - 1 === token.end) return 'alone';
  if (!isStringLiteral(node)) return 'in-template';
  // What a template reads in another way than a string does.
  return /[\\`]|\$\{/.test(text.slice(literal.start, literal.end)) ? 'fixed' : 'in-quotes';
}
