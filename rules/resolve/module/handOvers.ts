import {
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isJsxExpression,
  isMethodDeclaration,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isVariableDeclaration,
  type JsxAttribute,
  type Node,
  type SourceFile,
  SyntaxKind,
  withoutWrappers,
} from '../../syntax';
import { receiverOf } from '../lower/streams';
import type { CallTerm, Term } from '../lower/term';
import { isComponentTag, lowerComponentTag } from '../scope/components';
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
  /** Those with a name that stand in an object, or as an attribute of a component. */
  readonly held: ReadonlyMap<number, Holding>;
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
export function createHandOvers(scope: FileScope, lower: (node: Node) => Term, tree: SourceFile): HandOvers {
  let known: HandOverIndex | undefined;
  const index = (): HandOverIndex => {
    known ??= indexHandOvers(scope);
    return known;
  };
  const namedHolding = (node: Node): Holding | undefined => {
    const declaration = declarationOf(node, scope);
    return declaration === undefined ? undefined : index().held.get(declaration);
  };
  return {
    index,
    heldBy(node) {
      const held = node && (holdingCall(node) ?? namedHolding(node));
      const call = held && (isComponentTag(held.call) ? lowerComponentTag(held.call, lower, tree) : lower(held.call));
      return held && call?.kind === 'call' ? { call, under: held.under } : undefined;
    },
    handedTo(node) {
      if (node === undefined) return [];
      const { byNode, byDeclaration } = index();
      const declaration = declarationOf(node, scope);
      const named = declaration === undefined ? [] : (byDeclaration.get(declaration) ?? []);
      return [...(byNode.get(node) ?? []), ...named].flatMap(({ site, index: at }) => {
        const call = lower(site);
        const written = receiverOf(site) && lower((site as Node & { expression: Node }).expression);
        return call.kind === 'call' ? [{ call, index: at, written }] : [];
      });
    },
  };
}

interface Holding {
  readonly call: Node;
  readonly under: string;
}

/** The call that is handed the object in which a function stands, and the property of it below which. */
function holdingCall(node: Node): Holding | undefined {
  const tag = holdingTag(node);
  if (tag !== undefined) return tag;
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

/** The component that is given a function as an attribute. */
function holdingTag({ parent: expression }: Node): Holding | undefined {
  const attribute = isJsxExpression(expression) ? expression.parent : undefined;
  if (attribute?.kind !== SyntaxKind.JsxAttribute) return undefined;
  const { name, parent } = attribute as JsxAttribute;
  const tag = parent.parent;
  return isIdentifier(name) && isComponentTag(tag) ? { call: tag, under: name.text } : undefined;
}

/** The index under which a call has its callee. */
const CALLEE = -1;

/** Finds every function and every name that is an argument of a call. */
function indexHandOvers(scope: FileScope): HandOverIndex {
  const byNode = new Map<Node, HandedArgument[]>();
  const byDeclaration = new Map<number, HandedArgument[]>();
  const held = new Map<number, Holding>();
  const add = <Key>(map: Map<Key, HandedArgument[]>, key: Key, argument: HandedArgument): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [argument]);
    else known.push(argument);
  };
  const addHeld = (call: Node): void => {
    for (const { name, under } of namesHeld(call)) {
      const id = scope.find(name.text, name);
      if (id !== undefined && !held.has(id)) held.set(id, { call, under });
    }
  };
  for (const { node } of scope.declaredCalls) addHeld(node);
  for (const site of scope.sites) {
    const { expression } = site as Node & { expression?: Node };
    const called = expression === undefined ? undefined : withoutWrappers(expression);
    // A function that is called where it is written is handed to that call as its callee.
    if (called !== undefined && isFunctionLike(called)) add(byNode, called, { site, index: CALLEE });
    const receiver = receiverOf(site);
    // `stream.subscribe({ next: (value) => … })`
    if (receiver !== undefined && isFunctionLike(receiver)) add(byNode, receiver, { site, index: CALLEE });
    addHeld(site);
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
  return { byNode, byDeclaration, held };
}

interface NameHeld {
  readonly name: Node & { readonly text: string };
  readonly under: string;
}

/** `{ onSuccess: handle, onError }` that a call is handed, and `<Login onSuccess={handle} />`. */
function namesHeld(site: Node): readonly NameHeld[] {
  if (isComponentTag(site)) {
    return site.attributes.properties.flatMap((attribute) => {
      if (attribute.kind !== SyntaxKind.JsxAttribute) return [];
      const { name, initializer } = attribute as JsxAttribute;
      const value = initializer !== undefined && isJsxExpression(initializer) ? initializer.expression : undefined;
      return value !== undefined && isIdentifier(value) && isIdentifier(name)
        ? [{ name: value, under: name.text }]
        : [];
    });
  }
  const list = isCallExpression(site) ? site.arguments : [];
  return list.flatMap((argument) =>
    isObjectLiteralExpression(argument)
      ? argument.properties.flatMap((property): readonly NameHeld[] => {
          const { name, initializer = name } = property as Node & { name?: Node; initializer?: Node };
          if (name === undefined || initializer === undefined) return [];
          return isIdentifier(name) && isIdentifier(initializer) ? [{ name: initializer, under: name.text }] : [];
        })
      : [],
  );
}

/** The declaration of the name that a function is known by. */
function declarationOf(node: Node, scope: FileScope): number | undefined {
  const name = nameOfFunction(node);
  return name === undefined ? undefined : scope.find(name, node);
}

/** The name that a function is known by: its own, or that of the variable or property that holds it. */
export function nameOfFunction(node: Node): string | undefined {
  const { name } = node as Node & { name?: Node };
  if (name !== undefined && isIdentifier(name)) return name.text;
  const { parent } = node;
  return isVariableDeclaration(parent) && isIdentifier(parent.name) ? parent.name.text : undefined;
}
