import type {
  Analysis,
  Contributed,
  LibraryModel,
  ModuleSummary,
  ParsedDocument,
  ParseResult,
  World,
} from '../../rules';

/** The part of the engine that a workspace drives; `rules/index.ts` has it. */
export interface Engine {
  parseDocument(file: string, text: string): ParseResult;
  analyze(document: ParsedDocument, world: World): Analysis;
  contribute(document: ParsedDocument, world: World): Contributed;
  /** `undefined` when the module is beyond the engine. */
  summarize(document: ParsedDocument, models: readonly LibraryModel[]): ModuleSummary | undefined;
}
