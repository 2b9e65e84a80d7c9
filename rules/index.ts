/**
 * authlint's engine: text in, findings out. No I/O, no clock, no editor. This file is the whole public API.
 */

export {
  type Analysis,
  analyze,
  bandStarts,
  type Contributed,
  createReader,
  type Explained,
  explainLine,
  listWrappers,
  type Reader,
  summarize,
} from './analyze';
export { type RuleDescription, rules } from './catalog/describe';
export type { RuleCrash } from './check';
export * from './config';
export { type ParsedDocument, type ParseResult, parseDocument, type SyntaxProblem } from './document';
export type { Nothing } from './facts/extract';
export type { Allowlist, EmittedKind, FactKind, FactSchema, Flow, Lifetime, SameSite, Setting } from './facts/schema';
export type { Claims } from './facts/schema/claims';
export type { Constant } from './facts/schema/settings';
export { readVariable } from './facts/values/environmentFile';
export { CHOICE, chooseEdits, type Finding, type Fix, type Related } from './finding';
export type { LibraryModel } from './models/model';
export { offeredPackages } from './offeredPackages';
export { mayContribute, mayHoldFacts, mayUseWrapper } from './prefilter';
export type { ModuleSummary } from './resolve/module/summary';
export * from './settings';
export { algorithmChecks } from './signs/algorithmChecks';
export { type FileSign, fileSigns } from './signs/fileSigns';
export { guardedHandlers } from './signs/guardedHandlers';
export { importedWrites } from './signs/importedWrites';
export { suppression } from './suppress/insert';
export { applyEdits, type Edit } from './text/edit';
export { type LineIndex, lineIndex, type Position } from './text/lineIndex';
export type { Place, Span } from './text/span';
export * from './token';
export type { AttributeWhy, CallWhy, FactWhy, Unknown, Verdict, Why } from './why';
export type {
  Contribution,
  CookieReader,
  Dependency,
  EnvironmentVariable,
  Missing,
  SecretUse,
  TokenUse,
  VerifierCare,
  WorkspaceIndex,
  World,
  Wrapper,
} from './world';
