import { mapBlocks } from './map-text.ts';
import type { Block } from './text.ts';
import { tidy } from './tidy.ts';

/** A text without the marks that say what it fulfils: what is sent. */
export const uncover = (blocks: readonly Block[]): Block[] =>
  tidy(
    mapBlocks(blocks, {
      inline: (node) => (node.type === 'covers' ? node.children : [node]),
      block: (block) => (block.type === 'covers' ? block.children : [block]),
    }),
  );
