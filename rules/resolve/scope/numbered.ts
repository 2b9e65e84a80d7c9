import type { Node } from '../../syntax';

/** Numbers of nodes, given in the order in which they are asked for. */
export interface Numbering {
  idOf(node: Node): number;
  nodeOf(id: number): Node | undefined;
}

export function numbered(): Numbering {
  const ids = new Map<Node, number>();
  const nodes: Node[] = [];
  return {
    idOf: (node) =>
      once(ids, node, () => {
        nodes.push(node);
        return nodes.length - 1;
      }),
    nodeOf: (id) => nodes[id],
  };
}

/** A map, weak or not. */
interface Known<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** The value of a key, made when it is first asked for. */
export function once<Key, Value>(known: Known<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}
