import { namesAround } from '../../resolve/scope/surroundings';
import { isIdentifier, isStringLiteralLike, type Node, type SourceFile, walk } from '../../syntax';

const known = new WeakMap<SourceFile, boolean>();

/**
 * Whether a check is one of a proof that its sender has the key in it (RFC 9449, 4.3): what names it says so, or the file
 * compares the key's thumbprint.
 */
export function isProofOfPossession(call: Node, tree: SourceFile): boolean {
  const comparesKeys = known.get(tree) ?? (/thumbprint/i.test(tree.text) && names(tree, /thumbprint/i));
  known.set(tree, comparesKeys);
  return comparesKeys || names(call, /dpop|proof/i) || namesAround(call).some((name) => /dpop|proof/i.test(name));
}

function names(within: Node, pattern: RegExp): boolean {
  let found = false;
  walk(within, (node) => {
    found ||= (isIdentifier(node) || isStringLiteralLike(node)) && pattern.test(node.text);
  });
  return found;
}
