import type { Evaluator } from '../resolve/evaluate';
import type { LiveModule } from '../resolve/module';
import type { Contribution } from '../world';
import type { Extractor } from './extract';
import type { Knowledge } from './knowledge';
import { wrappersOf } from './wrappers';

/** What a file tells the analyses of others. */
export function contributionOf(
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
  extractor: Extractor,
): Contribution {
  return { wrappers: wrappersOf(module, evaluator, knowledge, extractor), implements: [], registers: [] };
}
