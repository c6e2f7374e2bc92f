import type { Root } from 'mdast';
import { nodesOf } from './nodes.ts';

/** Slugs of the passages that a body includes, each once, in order. */
export function passageUses(tree: Root): string[] {
  const slugs = new Set<string>();
  for (const node of nodesOf(tree)) {
    const { name, attributes } = node as {
      name?: string;
      attributes?: readonly { name?: string; value?: unknown }[];
    };
    if (name !== 'Passage') continue;
    const id = attributes?.find((attribute) => attribute.name === 'id')?.value;
    if (typeof id === 'string') slugs.add(id);
  }
  return [...slugs];
}
