import type { ParsedDocument } from './document';
import { testsAlgorithm } from './facts/around/algorithmTests';
import { isGuardedElsewhere } from './facts/around/guardsElsewhere';
import { withVerification } from './facts/edits/decodeEdits';
import { withSaferStore } from './facts/edits/storageMoves';
import { createExtractor, type Extraction, type Nothing } from './facts/extract';
import type { Knowledge } from './facts/knowledge';
import { createKnowledge } from './facts/knowledge/createKnowledge';
import type { Fact, FactOf } from './facts/schema';
import { contributionOf } from './facts/workspace/contribution';
import { isOpen } from './facts/workspace/openness';
import { secretsUsedElsewhere } from './facts/workspace/secretUses';
import { usesOf } from './facts/workspace/tokenUses';
import { exportedFunctions } from './facts/workspace/wrappers';
import { comparisonsIn } from './facts/written/comparisons';
import { configurationFacts } from './facts/written/configurations';
import { directFacts } from './facts/written/direct';
import { drawsIn } from './facts/written/draws';
import { linksIn } from './facts/written/links';
import { sessionWritesIn } from './facts/written/sessionWrites';
import { signOutsIn } from './facts/written/signOuts';
import { stateChangesIn } from './facts/written/stateChanges';
import { tokenLiterals } from './facts/written/tokenLiterals';
import type { LibraryModel } from './models/model';
import { perModels } from './perModels';
import { createEvaluator, type Evaluator } from './resolve/evaluate/evaluate';
import { createMemory, createTrace, LACK } from './resolve/evaluate/memory';
import type { ModuleWorld } from './resolve/evaluate/value';
import type { Vocabulary } from './resolve/module/actions';
import { moduleOfTree } from './resolve/module/liveModule';
import type { LiveModule } from './resolve/module/module';
import type { StartUp } from './resolve/module/startUp';
import type { ModuleSummary } from './resolve/module/summary';
import type { FileSign } from './signs/fileSigns';
import { isData } from './syntax';
import {
  type Contribution,
  type CookieReader,
  type EnvironmentVariable,
  type Missing,
  NO_CONTRIBUTION,
  type TokenUse,
  type VerifierCare,
  type World,
} from './world';

/** What the engine knows with one list of user models, and the modules that were read by it. */
interface Lens {
  readonly knowledge: Knowledge;
  readonly vocabulary: Vocabulary;
  readonly modules: WeakMap<ParsedDocument, LiveModule>;
}

const lensOf = perModels((all): Lens => {
  const knowledge = createKnowledge(all);
  const vocabulary: Vocabulary = {
    isKnownName: knowledge.isRelevantName,
    isAssignedName: knowledge.isAssignedName,
    isDecoderName: knowledge.isDecoderName,
    isRegistrationName: (name) => knowledge.registrationsNamed(name).length > 0,
  };
  return { knowledge, vocabulary, modules: new WeakMap() };
});

/** What a document means to those who know `models` beside the libraries that are built in, worked out once. */
export function moduleOf(document: ParsedDocument, models: readonly LibraryModel[]): LiveModule {
  const { modules, vocabulary } = lensOf(models);
  const known = modules.get(document);
  if (known !== undefined) return known;
  const module = moduleOfTree(document.file, document.tree, vocabulary);
  modules.set(document, module);
  return module;
}

/** A document as it is read in a world. */
export interface Reading {
  readonly module: LiveModule;
  readonly evaluator: Evaluator;
  readonly knowledge: Knowledge;
  facts(): readonly Fact[];
  /** Where it is plain that there is nothing, once the facts were found. */
  nothing(): Nothing;
  /** Whether each place was looked at, in this text. */
  isWhole(): boolean;
  environment(name: string, from: string): EnvironmentVariable | undefined;
  isCommandLine(): boolean;
  /** What a module does when it is loaded. */
  startUp(file: string): StartUp | undefined;
  /** Whether a verifier of the package makes sure of that. */
  hasVerifier(care: VerifierCare, key: string): boolean;
  /** The algorithms that the package signs with by a key; `undefined` while not every signer is known. */
  signingAlgorithms(key: string): readonly string[] | undefined;
  /** Whether the code around a verification tests which algorithm the token names. */
  testsAlgorithm(verify: FactOf<'TokenVerify'>): boolean;
  /** Whether another file lets nobody through to the handler in which a token of the request is read. */
  isGuardedElsewhere(decode: FactOf<'TokenDecode'>): boolean;
  /** What other files make tokens for by a call that signs them. */
  tokenUses(sign: FactOf<'TokenSign'>): readonly TokenUse[];
  /** Whether a file of the workspace shows that; `undefined` while that is not known. */
  shows(sign: FileSign): boolean | undefined;
  /** Whether a file is known to be checked, with what others use of it. */
  isChecked(file: string): boolean;
  /** Where client code reads a cookie; `undefined` while that is not known. */
  cookieReaders(name: string): readonly CookieReader[] | undefined;
  /** The files that do something with what a storage keeps under a key; `undefined` while not all of them are known. */
  storageUsers(key: string): readonly string[] | undefined;
  contribution(): Contribution;
  /** What the exported functions and methods do with what their callers give. */
  effects(): readonly Effect[];
  /** What the world could not answer since the last refresh. */
  missing(): readonly Missing[];
  /** Whether something was asked that only an index of the workspace answers, and there is none. */
  lacksIndex(): boolean;
  /** To be called when the world may answer more than before: what lacked nothing is kept. */
  refresh(): void;
}

export interface Effect {
  /** Of the function, as callers know it. */
  readonly name: string;
  readonly fact: Fact;
}

type FindFacts = (extraction: Extraction) => readonly Fact[];

/** What finds the facts that are looked for where they are written, and not behind calls. */
const WHERE_WRITTEN: readonly FindFacts[] = [
  directFacts,
  linksIn,
  configurationFacts,
  ({ module }) => tokenLiterals(module),
  ({ module, evaluator, knowledge }) => comparisonsIn(module, evaluator, knowledge),
  ({ module, evaluator, knowledge }) => drawsIn(module, evaluator, knowledge),
  sessionWritesIn,
  signOutsIn,
  ({ module }) => stateChangesIn(module),
];

/**
 * Reads a document in a world, noting what the world lacks. Of one that does not contribute, only what is written in it is
 * looked for.
 */
export function read(document: ParsedDocument, world: World, contributes = true, before?: Nothing): Reading {
  const missing = new Map<string, Missing>();
  const trace = createTrace();
  const lack = (question: Missing): undefined => {
    trace.add(LACK);
    missing.set(Object.values(question).join('\n'), question);
  };
  const { file } = document;
  const { models } = world.settings;
  const module = moduleOf(document, models);
  const { knowledge } = lensOf(models);
  const dependency = (name: string, from: string): ReturnType<World['dependency']> => {
    const answer = name === '' ? null : world.dependency(name, from);
    if (answer === undefined) lack({ kind: 'dependency', package: name, from });
    return answer;
  };
  const modulesAt = (files: readonly string[]): readonly ModuleSummary[] =>
    files.flatMap((one) => {
      const answer = world.module(one);
      if (answer === undefined) lack({ kind: 'module', file: one });
      return answer ?? [];
    });
  let lacksIndex = false;
  const index = (): World['index'] => {
    if (world.index === undefined) lacksIndex = true;
    return world.index;
  };
  const around: ModuleWorld = {
    own: module,
    summary(specifier, from) {
      const answer = world.summary(specifier, from);
      if (answer === undefined) lack({ kind: 'summary', specifier, from });
      return answer;
    },
    registrars(packageName) {
      const files = index()?.registrars(packageName);
      if (files === undefined) lacksIndex = true;
      return files && modulesAt(files.filter((one) => one !== file));
    },
    writers(name) {
      const files = world.index === undefined ? [] : world.index.writers(name);
      return files && modulesAt(files.filter((one) => one !== file));
    },
    partsKept: (key) => index()?.partsKept(key) ?? [],
    implementers: (typeName) => modulesAt(index()?.implementers(typeName) ?? []),
    // Without any manifest nothing speaks against it.
    isDependency: (name, from) => dependency(name, from) != null,
    isDeclared: (name, from) => dependency(name, from)?.declared === true,
  };
  const evaluator = createEvaluator(knowledge, around, trace);
  const findDependency = (name: string): ReturnType<World['dependency']> => dependency(name, file);
  const isWrapper = world.index?.isWrapper;
  const extraction = { module, evaluator, knowledge, findDependency, isWrapper };
  const extractor = createExtractor(extraction, before);
  const found = createMemory<FindFacts, readonly Fact[]>(trace);
  const factsBy = (find: FindFacts): readonly Fact[] => {
    const before = found.get(find);
    if (before !== undefined) return before;
    const mark = trace.mark();
    const facts = find(extraction);
    found.set(find, facts, mark);
    return facts;
  };
  return {
    module,
    evaluator,
    knowledge,
    facts: () =>
      isData(file)
        ? []
        : [
            ...(contributes ? withSaferStore(withVerification(extractor.facts(), module), extraction) : []),
            ...WHERE_WRITTEN.flatMap(factsBy),
            ...secretsUsedElsewhere(world.index?.secretUses(file) ?? [], module),
          ],
    nothing: extractor.nothing,
    isWhole: extractor.isWhole,
    isCommandLine: module.runtimes.isCommandLine,
    environment(name, from) {
      if (world.environment === undefined) return undefined;
      const answer = world.environment(name, from);
      if (answer === undefined) lack({ kind: 'environment', name, from });
      return answer ?? undefined;
    },
    hasVerifier: (care, key) => index()?.hasVerifier(care, key) === true,
    startUp: (of) => (of === file ? module.startUp : modulesAt([of])[0]?.startUp),
    signingAlgorithms: (key) => world.index?.signingAlgorithms(key),
    testsAlgorithm: (verify) => testsAlgorithm(verify, module, (mark) => world.index?.checksAlgorithms(mark) === true),
    isGuardedElsewhere: (decode) => isGuardedElsewhere(decode, file, (mark) => world.index?.registering(mark) ?? []),
    tokenUses: (sign) => usesOf(sign, world.index?.tokenUses(file) ?? [], file),
    shows: (sign) => world.index?.shows(sign),
    isChecked: (other) => world.index?.isChecked(other) === true,
    cookieReaders: (name) => world.index?.cookieReaders(name),
    storageUsers: (key) => world.index?.storageUsers(key),
    contribution: () => (contributes && !isData(file) ? contributionOf(extraction, extractor) : NO_CONTRIBUTION),
    effects: () =>
      exportedFunctions(module, evaluator, knowledge).flatMap(({ name, function: one }) =>
        (one === undefined ? [] : extractor.factsOfFunction(one))
          .filter(isOpen)
          .map((fact): Effect => ({ name, fact })),
      ),
    missing: () => [...missing.values()],
    lacksIndex: () => lacksIndex,
    refresh() {
      if (missing.size === 0) return;
      missing.clear();
      found.refresh();
      extractor.refresh();
    },
  };
}
