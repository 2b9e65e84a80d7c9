import type { ParsedDocument } from './document';
import { contributionOf } from './facts/contribution';
import { createExtractor } from './facts/extract';
import { createKnowledge, type Knowledge } from './facts/knowledge';
import type { Fact } from './facts/schema';
import { wrappersOf } from './facts/wrappers';
import type { LibraryModel } from './models/model';
import { perModels } from './perModels';
import type { Vocabulary } from './resolve/actions';
import { createEvaluator, type Evaluator } from './resolve/evaluate';
import { type LiveModule, moduleOfTree } from './resolve/module';
import type { ModuleSummary } from './resolve/summary';
import type { Contribution, Missing, World } from './world';

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
  contribution(): Contribution;
  /** What the exported functions and methods do with what their callers give. */
  effects(): readonly Effect[];
}

export interface Effect {
  /** Of the function, as callers know it. */
  readonly name: string;
  readonly fact: Fact;
}

/** Reads a document in a world, noting what the world lacks. */
export function read(document: ParsedDocument, world: World, missing: Map<string, Missing>): Reading {
  const { file } = document;
  const { models } = world.settings;
  const module = moduleOf(document, models);
  const { knowledge } = lensOf(models);
  const dependency = (name: string, from: string): ReturnType<World['dependency']> => {
    const answer = name === '' ? null : world.dependency(name, from);
    if (answer === undefined) missing.set(`dependency\n${name}\n${from}`, { kind: 'dependency', package: name, from });
    return answer;
  };
  const modulesAt = (files: readonly string[]): readonly ModuleSummary[] =>
    files.flatMap((one) => {
      const answer = world.module(one);
      if (answer === undefined) missing.set(`module\n${one}`, { kind: 'module', file: one });
      return answer ?? [];
    });
  const evaluator = createEvaluator(knowledge, {
    summary(specifier, from) {
      const answer = world.summary(specifier, from);
      if (answer === undefined) missing.set(`summary\n${specifier}\n${from}`, { kind: 'summary', specifier, from });
      return answer;
    },
    registrars(packageName) {
      const files = world.index?.registrars(packageName);
      return files && modulesAt(files.filter((one) => one !== file));
    },
    implementers: (typeName) => modulesAt(world.index?.implementers(typeName) ?? []),
    // Without any manifest nothing speaks against it.
    isDependency: (name, from) => dependency(name, from) != null,
  });
  const findDependency = (name: string): ReturnType<World['dependency']> => dependency(name, file);
  const isWrapper = world.index?.isWrapper;
  const extractor = createExtractor({ module, evaluator, knowledge, findDependency, isWrapper });
  return {
    module,
    evaluator,
    knowledge,
    facts: extractor.facts,
    contribution: () => contributionOf(module, evaluator, knowledge, extractor),
    effects: () =>
      wrappersOf(module, evaluator, knowledge, extractor).flatMap(({ name, facts }) =>
        facts.map((fact) => ({ name, fact })),
      ),
  };
}
