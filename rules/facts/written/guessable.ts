import type { LiveModule } from '../../resolve/module/module';
import { isIdentifier, isVariableDeclaration, type Node, walk } from '../../syntax';

/** Names of what nobody can guess, and of functions that draw it well. */
const UNGUESSABLE =
  /^(?:randomBytes|randomUUID|randomInt|getRandomValues|webcrypto|nanoid|customAlphabet|uuidv?4?|v4|createHmac|hmac|sign|cuid|createId|ulid)$|secret|passw|privateKey|hmac/i;

const MAX_STEPS = 2;

/** Whether an expression holds something else beside `except` that nobody can guess. */
export function isUnguessable(expression: Node, except: Node, module: LiveModule, steps = MAX_STEPS): boolean {
  let found = false;
  walk(expression, (node) => {
    if (found || !isIdentifier(node) || isWithin(node, except)) return;
    found = UNGUESSABLE.test(node.text);
    const id = found || steps === 0 ? undefined : module.scope.find(node.text, node);
    const declared = id === undefined ? undefined : module.scope.declarations[id]?.node.parent;
    if (declared === undefined || !isVariableDeclaration(declared) || declared.initializer === undefined) return;
    if (!isWithin(except, declared.initializer)) found = isUnguessable(declared.initializer, except, module, steps - 1);
  });
  return found;
}

function isWithin(inner: Node, outer: Node): boolean {
  return inner.pos >= outer.pos && inner.end <= outer.end;
}
