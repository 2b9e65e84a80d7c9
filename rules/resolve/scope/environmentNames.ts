import { isBlock, isFunctionLike } from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import type { EnvironmentName } from '../module/summary';
import type { FileScope } from './scope';
import { enclosing } from './surroundings';

/** What code calls its own answer to the question where it runs. */
const WORDS = wordSet('env prod production dev devel development local');

/** The names of a whole file that may say where it runs. One that is declared twice may be another thing somewhere. */
export function environmentNamesOf({ declarations }: FileScope): readonly EnvironmentName[] {
  const named = declarations.flatMap(({ name, kind, node }, binding) => {
    if (!wordsOf(name).some((word) => WORDS.has(word))) return [];
    const isInside = enclosing(node, (one) => isBlock(one) || isFunctionLike(one)) !== undefined;
    return [{ name, binding, end: node.end, isUsable: !isInside && (kind === 'import' || kind === 'variable') }];
  });
  return named
    .filter(({ name, isUsable }) => isUsable && named.filter((other) => other.name === name).length === 1)
    .map(({ name, binding, end }) => ({ name, binding, end }));
}
