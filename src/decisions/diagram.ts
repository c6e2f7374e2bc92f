/**
 * Decision diagrams: functions from combinations to leaves, stored so that equal functions are one node.
 * A node is a number. Leaves are 0 to `leaves` - 1; any other node has one child for each value of the fact of
 * its level, and a path from the root passes every level.
 */
export interface Diagram {
  /** The node with these children. */
  node: (children: readonly number[]) => number;
  /** The node one level down for each value; empty for a leaf. */
  children: (node: number) => readonly number[];
  /** The same function with each leaf replaced, below the values that the masks (one a level) let through. */
  overlay: (root: number, masks: readonly number[], leaf: (old: number) => number) => number;
}

/** An empty store of diagrams over the given leaves; throws a RangeError above `most` nodes. */
export function createDiagram(leaves: number, most = 500_000): Diagram {
  const nodes: (readonly number[])[] = [];
  const ids = new Map<string, number>();
  const none: readonly number[] = [];

  const node = (children: readonly number[]): number => {
    const key = children.join();
    let id = ids.get(key);
    if (id === undefined) {
      if (nodes.length === most) throw new RangeError(`A decision diagram passed ${most} nodes`);
      id = leaves + nodes.push(children) - 1;
      ids.set(key, id);
    }
    return id;
  };
  const children = (id: number) => nodes[id - leaves] ?? none;

  const overlay = (root: number, masks: readonly number[], leaf: (old: number) => number): number => {
    const made = new Map<number, number>();
    const at = (id: number, level: number): number => {
      let found = made.get(id);
      if (found === undefined) {
        const lets = (value: number) => ((masks[level] ?? 0) >> value) & 1;
        found =
          level === masks.length
            ? leaf(id)
            : node(children(id).map((child, value) => (lets(value) ? at(child, level + 1) : child)));
        made.set(id, found);
      }
      return found;
    };
    return at(root, 0);
  };

  return { node, children, overlay };
}
