import type { LiveModule } from '../../resolve/module/module';
import { checksAlgorithm, isOfWorkspace, markOfChecked, markOfChecker } from '../../signs/algorithmChecks';
import { type Node, spanOf } from '../../syntax';
import { importsIn, nameOfFile } from '../../text/imports';
import { contains } from '../../text/span';
import type { FactOf } from '../schema';

/**
 * Whether the code around a verification tests which algorithm the token names: beside it, in a function that it calls or
 * that calls it, or in a file that imports this one, or the function that verifies, or that this one imports. `isMarked`
 * asks for such files by their marks.
 */
export function testsAlgorithm(
  { span, via }: FactOf<'TokenVerify'>,
  { tree, file, exports }: LiveModule,
  isMarked: (mark: string) => boolean,
): boolean {
  if (checksAlgorithm(tree.text)) {
    const own = tree.statements.find((statement) => contains(spanOf(statement, tree), span));
    const checks = tree.statements.filter((statement) => checksAlgorithm(statement.getText(tree)));
    if (own === undefined || checks.some((one) => one === own || areRelated(one, own, tree))) return true;
  }
  return (
    [file, ...via.map((place) => place.file)].some((one) => isMarked(markOfChecked(nameOfFile(one)))) ||
    Object.keys(exports).some((name) => isMarked(markOfChecked(name))) ||
    importsIn(tree.text).some(({ specifier }) => isOfWorkspace(specifier) && isMarked(markOfChecker(specifier)))
  );
}

/** Whether one of two statements uses what the other declares. */
function areRelated(one: Node, other: Node, tree: LiveModule['tree']): boolean {
  const [text, otherText] = [one.getText(tree), other.getText(tree)];
  return uses(text, declaredIn(otherText)) || uses(otherText, declaredIn(text));
}

const DECLARATION =
  /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:(?:function\s*\*?|class|const|let|var)\s+|(?:module\.)?exports\.)([\w$]+)/;

function declaredIn(text: string): string | undefined {
  return DECLARATION.exec(text)?.[1];
}

function uses(text: string, name: string | undefined): boolean {
  return name !== undefined && text.split(/[^\w$]+/).includes(name);
}
