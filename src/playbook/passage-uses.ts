import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Slugs of the passages that a body includes, each once, in order. */
export function passageUses(tree: Root): string[] {
  const slugs = new Set<string>();
  visit(tree, (node: Nodes) => {
    const { name, attributes } = node as {
      name?: string;
      attributes?: readonly { name?: string; value?: unknown }[];
    };
    if (name !== 'Passage') return;
    const id = attributes?.find((attribute) => attribute.name === 'id')?.value;
    if (typeof id === 'string') slugs.add(id);
  });
  return [...slugs];
}
