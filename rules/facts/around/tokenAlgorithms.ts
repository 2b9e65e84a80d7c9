import type { FileScope } from '../../resolve/scope/scope';
import {
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAssignment,
  type Node,
  type SourceFile,
  spanOf,
  walk,
} from '../../syntax';
import type { Span } from '../../text/span';
import { headerClaim } from './headerClaims';

const ALGORITHM = new Set(['alg']);

/** An allowlist that holds what the token's own header names: `algorithms: [decoded.header.alg]`. */
export function allowlistFromToken(call: Node, tree: SourceFile, scope: FileScope): Span | undefined {
  const { arguments: given = [] } = call as Node & { arguments?: readonly Node[] };
  for (const argument of given) {
    if (!isObjectLiteralExpression(argument)) continue;
    for (const property of argument.properties) {
      if (!isPropertyAssignment(property) || !isIdentifier(property.name)) continue;
      const { name, initializer } = property;
      if (name.text === 'algorithms' && namesHeader(initializer, scope)) return spanOf(initializer, tree);
    }
  }
  return undefined;
}

function namesHeader(list: Node, scope: FileScope): boolean {
  let found = false;
  walk(list, (node) => {
    found ||= headerClaim(node, scope, ALGORITHM) !== undefined;
  });
  return found;
}
