import type { LiveModule } from '../../resolve/module/module';
import { findNode, isIdentifier, isVariableDeclaration, isWithin, type Node } from '../../syntax';

/** Names of what nobody can guess, and of functions that draw it well. */
const UNGUESSABLE =
  /^(?:randomBytes|randomUUID|randomInt|getRandomValues|webcrypto|nanoid|customAlphabet|uuidv?4?|v4|createHmac|hmac|sign|cuid|createId|ulid)$|secret|passw|privateKey|hmac/i;

const MAX_STEPS = 2;

/** Whether an expression holds something else beside `except` that nobody can guess. */
export function isUnguessable(expression: Node, except: Node, module: LiveModule, steps = MAX_STEPS): boolean {
  const part = findNode(expression, (node) => {
    if (!isIdentifier(node) || isWithin(node, except)) return false;
    if (UNGUESSABLE.test(node.text)) return true;
    const id = steps === 0 ? undefined : module.scope.find(node.text, node);
    const declared = id === undefined ? undefined : module.scope.declarations[id]?.node.parent;
    if (declared === undefined || !isVariableDeclaration(declared) || declared.initializer === undefined) return false;
    return !isWithin(except, declared.initializer) && isUnguessable(declared.initializer, except, module, steps - 1);
  });
  return part !== undefined;
}
