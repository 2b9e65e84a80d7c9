import {
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isMethodDeclaration,
  isPropertyAssignment,
  isVariableDeclaration,
  type Node,
  withoutWrappers,
} from '../../syntax';
import { receiverOf } from '../lower/streams';
import type { CallTerm, Term } from '../lower/term';
import type { FileScope } from '../scope/scope';

/** `app.get('/', handler)`: a function is argument `index` of a call, or its callee. */
export interface HandOver {
  readonly call: CallTerm;
  readonly index: number;
  /** What is written as the callee, where `call` is what the function gets: `stream.subscribe`. */
  readonly written?: Term | undefined;
}

/** Which calls each function is handed to: those written in place by node, those with a name by declaration. */
export interface HandOverIndex {
  readonly byNode: ReadonlyMap<Node, readonly HandedArgument[]>;
  readonly byDeclaration: ReadonlyMap<number, readonly HandedArgument[]>;
}

interface HandedArgument {
  readonly site: Node;
  readonly index: number;
}

/** What the functions of a file are handed to. */
export interface HandOvers {
  index(): HandOverIndex;
  /** The call that is handed the object in which a function stands. */
  heldBy(node: Node | undefined): { readonly call: CallTerm; readonly under: string } | undefined;
  /** The calls that a function is handed to. */
  handedTo(node: Node | undefined): readonly HandOver[];
}

/** Most files are never asked: what hands what to whom is found when somebody asks. */
export function createHandOvers(scope: FileScope, lower: (node: Node) => Term): HandOvers {
  let known: HandOverIndex | undefined;
  const index = (): HandOverIndex => {
    known ??= indexHandOvers(scope);
    return known;
  };
  return {
    index,
    heldBy(node) {
      const held = node && holdingCall(node);
      const call = held && lower(held.call);
      return held && call?.kind === 'call' ? { call, under: held.under } : undefined;
    },
    handedTo(node) {
      if (node === undefined) return [];
      const { byNode, byDeclaration } = index();
      const name = nameOfFunction(node);
      const declaration = name === undefined ? undefined : scope.find(name, node);
      const named = declaration === undefined ? [] : (byDeclaration.get(declaration) ?? []);
      return [...(byNode.get(node) ?? []), ...named].flatMap(({ site, index: at }) => {
        const call = lower(site);
        const written = receiverOf(site) && lower((site as Node & { expression: Node }).expression);
        return call.kind === 'call' ? [{ call, index: at, written }] : [];
      });
    },
  };
}

/** The call that is handed the object in which a function stands, and the property of it below which. */
function holdingCall(node: Node): { readonly call: Node; readonly under: string } | undefined {
  let under: string | undefined;
  let value = node;
  for (;;) {
    const property = isMethodDeclaration(value) ? value : value.parent;
    if (!isPropertyAssignment(property) && !isMethodDeclaration(property)) break;
    under = isIdentifier(property.name) ? property.name.text : '';
    value = property.parent;
  }
  const { parent } = value;
  const isHanded = under !== undefined && isCallExpression(parent) && parent.arguments.some((one) => one === value);
  return isHanded && under !== undefined ? { call: parent, under } : undefined;
}

/** The index under which a call has its callee. */
const CALLEE = -1;

/** Finds every function and every name that is an argument of a call. */
function indexHandOvers(scope: FileScope): HandOverIndex {
  const byNode = new Map<Node, HandedArgument[]>();
  const byDeclaration = new Map<number, HandedArgument[]>();
  const add = <Key>(map: Map<Key, HandedArgument[]>, key: Key, argument: HandedArgument): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [argument]);
    else known.push(argument);
  };
  for (const site of scope.sites) {
    const { expression } = site as Node & { expression?: Node };
    const called = expression === undefined ? undefined : withoutWrappers(expression);
    // A function that is called where it is written is handed to that call as its callee.
    if (called !== undefined && isFunctionLike(called)) add(byNode, called, { site, index: CALLEE });
    const receiver = receiverOf(site);
    // `stream.subscribe({ next: (value) => … })`
    if (receiver !== undefined && isFunctionLike(receiver)) add(byNode, receiver, { site, index: CALLEE });
    const list = (site as { arguments?: readonly Node[] }).arguments ?? [];
    for (const [index, argument] of list.entries()) {
      const value = withoutWrappers(argument);
      if (isFunctionLike(value)) add(byNode, value, { site, index });
      else if (isIdentifier(value)) {
        const id = scope.find(value.text, value);
        if (id !== undefined) add(byDeclaration, id, { site, index });
      }
    }
  }
  return { byNode, byDeclaration };
}

/** The name that a function is known by: its own, or that of the variable or property that holds it. */
export function nameOfFunction(node: Node): string | undefined {
  const { name } = node as Node & { name?: Node };
  if (name !== undefined && isIdentifier(name)) return name.text;
  const { parent } = node;
  return isVariableDeclaration(parent) && isIdentifier(parent.name) ? parent.name.text : undefined;
}
