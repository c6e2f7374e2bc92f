import { mapBlocks } from './map-text.ts';
import type { Block } from './text.ts';
import { tidy } from './tidy.ts';

/** A text with the text of each passage in its place; a passage that is not found leaves nothing. Passages do not nest. */
export const includePassages = (
  blocks: readonly Block[],
  passage: (id: string) => readonly Block[] | undefined,
): Block[] =>
  tidy(
    mapBlocks(blocks, {
      block: (block) =>
        block.type === 'passage'
          ? (passage(block.id) ?? []).filter(({ type }) => type !== 'passage')
          : [block],
    }),
  );
