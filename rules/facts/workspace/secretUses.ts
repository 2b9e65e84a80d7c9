import type { LiveModule } from '../../resolve/module/module';
import { isData, isStringLiteralLike, nodeAt, type SourceFile, spanOf } from '../../syntax';
import type { Span } from '../../text/span';
import type { SecretUse } from '../../world';
import { hmacKeyOf } from '../derive/hmacKey';
import { holdsInterfaceState } from '../derive/interfaceState';
import { literalSecrets } from '../derive/secret';
import { isCertainly } from '../judge';
import type { Fact, FactOf, Flow } from '../schema';
import type { Leaf, Origin } from '../schema/origins';

/** What a file uses secrets for that others write down, or read from the environment. */
export function secretUses(facts: readonly Fact[], { file }: LiveModule): readonly SecretUse[] {
  return facts.flatMap((fact): readonly SecretUse[] => {
    const secret = secretOf(fact, facts);
    if (secret === undefined || fact.provenBy.some((earlier) => leavesOf(earlier, facts).length > 0)) return [];
    const { display, package: library, calleeSpan } = fact;
    return leavesOf(fact, facts).flatMap(({ place, names, standsFor, isFallback, origin }) =>
      place.file === file || isData(place.file)
        ? []
        : [
            {
              purpose: secret.purpose,
              display,
              package: library,
              use: { file, span: calleeSpan },
              place,
              variable: origin.kind === 'environment' ? origin.name : undefined,
              names,
              standsFor,
              isFallback,
            },
          ],
    );
  });
}

/** What is written down of a secret, else what is read of one that a token is signed with. */
function leavesOf(fact: Fact, facts: readonly Fact[]): readonly Leaf[] {
  const secret = secretOf(fact, facts);
  if (secret === undefined) return [];
  const literals = literalSecrets(secret.value);
  if (literals.length > 0) return literals.map(({ leaf }) => leaf);
  const { leaves } = hmacKeyOf(fact)?.key ?? { leaves: [] };
  return leaves.filter(
    ({ origin, guarded, isPiece }) =>
      origin.kind === 'environment' && origin.name !== undefined && !guarded && !isPiece,
  );
}

/** The key of a signature, and what other secrets are for. */
function secretOf(fact: Fact, facts: readonly Fact[]): { purpose: SecretUse['purpose']; value: Flow } | undefined {
  const secret = keyOf(fact, facts);
  return fact.guarded || secret?.value.isRegistered === true ? undefined : secret;
}

function keyOf(fact: Fact, facts: readonly Fact[]): { purpose: SecretUse['purpose']; value: Flow } | undefined {
  switch (fact.kind) {
    case 'TokenVerify':
      return { purpose: 'token', value: fact.attributes.key };
    case 'TokenSign': {
      const { algorithm, key } = fact.attributes;
      const isUnsigned = isCertainly(algorithm, (name) => name.toLowerCase() === 'none');
      return isUnsigned ? undefined : { purpose: 'token', value: key };
    }
    case 'SecretUse': {
      const { purpose, value } = fact.attributes;
      return purpose.constant === 'session' && holdsInterfaceState(fact, facts)
        ? undefined
        : { purpose: purpose.constant, value };
    }
    default:
      return undefined;
  }
}

/** The secrets that stand in a file and are used in others, as facts of their own. */
export function secretsUsedElsewhere(uses: readonly SecretUse[], module: LiveModule): readonly Fact[] {
  return uses.flatMap((use) => factOf(use, module) ?? []);
}

/** `undefined` where the text has changed since. */
function factOf(secret: SecretUse, { file, tree }: LiveModule): FactOf<'SecretUse'> | undefined {
  const { purpose, display, package: library, use, place, variable, names, standsFor, isFallback } = secret;
  const { span } = place;
  const origin = variable === undefined ? literalAt(span, tree) : readAt(variable, span, tree);
  if (origin === undefined) return undefined;
  const leaf: Leaf = {
    origin,
    names,
    place: { file, span },
    trail: [],
    guarded: false,
    isFallback,
    standsFor,
    isPiece: false,
    isMember: false,
  };
  return {
    kind: 'SecretUse',
    display,
    package: library,
    span,
    calleeSpan: span,
    statement: undefined,
    use: undefined,
    via: [],
    provenBy: [],
    guarded: false,
    around: [],
    runtime: 'unknown',
    usedAt: use,
    attributes: {
      purpose: { constant: purpose },
      value: { span, leaves: [leaf], complete: true, isText: true, isRegistered: false },
    },
  };
}

function literalAt(span: Span, tree: SourceFile): Origin | undefined {
  const literal = nodeAt(tree, span.start);
  const { start, end } = spanOf(literal, tree);
  if (!isStringLiteralLike(literal) || start !== span.start || end !== span.end) return undefined;
  return { kind: 'literal', value: literal.text };
}

function readAt(variable: string, span: Span, tree: SourceFile): Origin | undefined {
  const text = tree.text.slice(span.start, span.end);
  return text.includes(variable) ? { kind: 'environment', name: variable } : undefined;
}
