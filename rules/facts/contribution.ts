import { type Evaluator, moduleFrame } from '../resolve/evaluate';
import type { LiveModule } from '../resolve/module';
import type { Contribution } from '../world';
import type { Extractor } from './extract';
import type { Knowledge } from './knowledge';
import { namesOfClass, wrappersOf } from './wrappers';

/** What a file tells the analyses of others. */
export function contributionOf(
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
  extractor: Extractor,
): Contribution {
  const frame = moduleFrame(module);
  const types = module.classIds().flatMap((id) => {
    const { name, ...shape } = module.class(id);
    return namesOfClass({ ...shape, name: undefined }, frame);
  });
  return {
    wrappers: wrappersOf(module, evaluator, knowledge, extractor).map(({ name, literals }) => ({ name, literals })),
    implements: [...new Set(types)],
    registers: extractor.registers(),
  };
}
