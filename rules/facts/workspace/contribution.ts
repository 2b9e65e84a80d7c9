import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import type { FunctionValue } from '../../resolve/evaluate/value';
import type { LiveModule } from '../../resolve/module/module';
import { type Contribution, type KeptPart, WHOLE } from '../../world';
import { judgeName, saysWhoseToken } from '../derive/credentialName';
import { signersAmong } from '../derive/signers';
import { caresOf, keyMarks } from '../derive/verifiers';
import type { Extraction, Extractor } from '../extract';
import type { Fact, FactOf } from '../schema';
import { membersOf } from '../values/typedMembers';
import { cookieReads, readsPageCookies } from './cookieReads';
import { isOpen } from './openness';
import { secretUses } from './secretUses';
import { partsSent } from './sentParts';
import { storageUses } from './storageUses';
import { tokenUses } from './tokenUses';
import { exportedFunctions, namesOfClass } from './wrappers';

/** What a file tells the analyses of others. */
export function contributionOf(
  { module, evaluator, knowledge, isWrapper }: Extraction,
  extractor: Extractor,
): Contribution {
  const frame = moduleFrame(module);
  const types = module.classIds().flatMap((id) => {
    const { name, ...shape } = module.class(id);
    return namesOfClass({ ...shape, name: undefined }, frame);
  });
  // What callers have a say in makes a function a wrapper.
  const wrappers = exportedFunctions(module, evaluator, knowledge).filter(
    ({ function: one }) =>
      one === undefined ||
      readsPageCookies(one) ||
      extractor.does(one, isBound(one) || isMadeOf(one, module) ? isAny : isOpen),
  );
  const makers = new Map(wrappers.flatMap(({ maker }) => (maker === undefined ? [] : [[maker.name, maker]])));
  return {
    wrappers: [...wrappers, ...makers.values()].map(({ name, literals }) => ({ name, literals })),
    implements: [...new Set(types)],
    registers: extractor.registers(),
    reads: [...partsKept(extractor.facts(), module, evaluator), ...partsSent(module)],
    verifiers: extractor
      .facts()
      .flatMap((fact) =>
        fact.kind === 'TokenVerify'
          ? caresOf(fact).flatMap((care) => keyMarks(fact.attributes.key).map((key) => ({ care, key })))
          : [],
      ),
    signers: signersAmong(extractor.facts()),
    secretUses: secretUses(extractor.facts(), module),
    tokenUses: tokenUses(extractor.facts(), module),
    cookies: cookieReads({ module, evaluator, isWrapper }, extractor.facts()),
    storageKeys: knowledge.saferStores.flatMap((library) =>
      storageUses(library, module, evaluator).map(({ key }) => key ?? ''),
    ),
  };
}

/** A method of an instance that this file makes of another file's class: what it does with what it was made with, too. */
function isMadeOf({ frame }: FunctionValue, module: LiveModule): boolean {
  return frame.module.file !== module.file && frame.arguments.size > 0;
}

/** What a bound function does stands nowhere but where it is called. */
function isBound({ bound }: FunctionValue): boolean {
  return bound !== undefined;
}

function isAny(): boolean {
  return true;
}

/** The credentials that a file reads off what is kept on the client. */
function partsKept(facts: readonly Fact[], module: LiveModule, evaluator: Evaluator): readonly KeptPart[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'ClientRead') return [];
    const names = [...wholeRead(fact, module), ...(fact.via.length > 0 ? [] : partsReadOf(fact, module, evaluator))];
    return fact.attributes.key.values.flatMap(({ value: key }) => names.map((name) => ({ key, name })));
  });
}

type ClientRead = FactOf<'ClientRead'>;

function partsReadOf({ span }: ClientRead, module: LiveModule, evaluator: Evaluator): readonly string[] {
  const type = module.typeTakenAt(span);
  const typed = type === undefined ? [] : membersOf({ shape: type, frame: moduleFrame(module) }, evaluator);
  return [...module.partsReadAt(span), ...typed].filter((name) => judgeName(name) === 'strong');
}

/** `Bearer ${localStorage.getItem('access')}`, `const refreshToken = localStorage.getItem('refresh')`. */
function wholeRead({ span }: ClientRead, module: LiveModule): readonly string[] {
  const read = module.valueReadAt(span);
  const isToken = read !== undefined && (read.isSent || (read.name !== undefined && saysWhoseToken(read.name)));
  return isToken ? [WHOLE] : [];
}
