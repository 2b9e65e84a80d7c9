import { isIdentifier, isPropertyAccessExpression, type Node, SyntaxKind } from '../../syntax';

/** The names of a chain, calls left out: `res.status(200).json` is `res`, `status`, `json`. */
export function namesOf(node: Node): readonly string[] {
  const names: string[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = (at as Node & { expression?: Node }).expression) {
    if (isPropertyAccessExpression(at)) names.unshift(at.name.text);
    else if (isIdentifier(at)) names.unshift(at.text);
    else if (at.kind === SyntaxKind.ThisKeyword) names.unshift('this');
  }
  return names;
}

/** The last of them; empty where there is none. */
export function lastNameOf(callee: Node): string {
  const names = namesOf(callee);
  return names[names.length - 1] ?? '';
}
