import type {
  Analysis,
  LibraryModel,
  ModuleSummary,
  Nothing,
  ParsedDocument,
  ParseResult,
  Reader,
  World,
} from '../../rules';

/** The part of the engine that a workspace drives; `rules/index.ts` has it. */
export interface Engine {
  parseDocument(file: string, text: string): ParseResult;
  analyze(document: ParsedDocument, world: World): Analysis;
  createReader(document: ParsedDocument, world: World, contributes: boolean, before?: Nothing): Reader;
  /** `undefined` when the module is beyond the engine. */
  summarize(document: ParsedDocument, models: readonly LibraryModel[]): ModuleSummary | undefined;
}
