import type { Nodes, Root } from 'mdast';

const read = new WeakMap<Root, readonly Nodes[]>();

/** Every node of a tree in the order of the text; collected once for all that look for some of them. */
export function nodesOf(tree: Root): readonly Nodes[] {
  const known = read.get(tree);
  if (known) return known;
  const nodes: Nodes[] = [];
  const walk = (node: Nodes): void => {
    nodes.push(node);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  read.set(tree, nodes);
  return nodes;
}
