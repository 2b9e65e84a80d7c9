import type { LiveModule } from '../../resolve/module/module';
import { isData, isStringLiteralLike, nodeAt, spanOf } from '../../syntax';
import type { SecretUse } from '../../world';
import { holdsInterfaceState } from '../derive/interfaceState';
import { literalSecrets } from '../derive/secret';
import { isCertainly } from '../judge';
import type { Fact, FactOf, Flow } from '../schema';
import type { Leaf } from '../schema/origins';

/** What a file uses secrets for that others write down. */
export function secretUses(facts: readonly Fact[], { file }: LiveModule): readonly SecretUse[] {
  return facts.flatMap((fact): readonly SecretUse[] => {
    const secret = secretOf(fact, facts);
    if (secret === undefined || fact.provenBy.some((earlier) => showsLiteral(earlier, facts))) return [];
    const { display, package: library, calleeSpan } = fact;
    return literalSecrets(secret.value).flatMap(({ leaf: { place, names, standsFor, isFallback } }) =>
      place.file === file || isData(place.file)
        ? []
        : [
            {
              purpose: secret.purpose,
              display,
              package: library,
              use: { file, span: calleeSpan },
              place,
              names,
              standsFor,
              isFallback,
            },
          ],
    );
  });
}

function showsLiteral(fact: Fact, facts: readonly Fact[]): boolean {
  const secret = secretOf(fact, facts);
  return secret !== undefined && literalSecrets(secret.value).length > 0;
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
  const { purpose, display, package: library, use, place, names, standsFor, isFallback } = secret;
  const literal = nodeAt(tree, place.span.start);
  const span = spanOf(literal, tree);
  if (!isStringLiteralLike(literal) || span.start !== place.span.start || span.end !== place.span.end) return undefined;
  const leaf: Leaf = {
    origin: { kind: 'literal', value: literal.text },
    names,
    place: { file, span },
    trail: [],
    guarded: false,
    isFallback,
    standsFor,
    isPiece: false,
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
