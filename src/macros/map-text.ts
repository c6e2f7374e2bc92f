import type { Block, Inline } from './text.ts';

/** What becomes of each node; its children have been through the same already. A kind left out stays as it is. */
export interface Change {
  inline?: (node: Inline) => Inline[];
  block?: (block: Block) => Block[];
}

const same = <T>(node: T): T[] => [node];

/**
 * A text in which each node is replaced by the nodes that a change gives, from the inside out, in order of reading.
 * What does not change stays the same object, so that nobody need look at it again.
 */
export const mapBlocks = (blocks: readonly Block[], change: Change): Block[] =>
  blocks.flatMap((block) => (change.block ?? same)(withinBlock(block, change)));

/** The same for text within a line. */
export const mapLine = (line: readonly Inline[], change: Change['inline'] = same): Inline[] =>
  line.flatMap((node) =>
    change('children' in node ? withChildren(node, mapLine(node.children, change)) : node),
  );

function withinBlock(block: Block, change: Change): Block {
  switch (block.type) {
    case 'passage':
      return block;
    case 'paragraph':
      return withChildren(block, mapLine(block.children, change.inline));
    case 'list':
      return { ...block, items: block.items.map((item) => mapBlocks(item, change)) };
    default:
      return withChildren(block, mapBlocks(block.children, change));
  }
}

/** The node itself where its children are what they were. */
const withChildren = <T extends { children: unknown[] }>(node: T, children: T['children']): T =>
  children.length === node.children.length && children.every((child, index) => child === node.children[index])
    ? node
    : { ...node, children };
