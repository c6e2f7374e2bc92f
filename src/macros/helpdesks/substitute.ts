import { mapBlocks, mapLine } from '../map-text.ts';
import type { Block, Inline } from '../text.ts';
import { tidy, tidyInlines } from '../tidy.ts';

/** The plain text that stands for a variable; undefined where the variable stays. */
type TextFor = (name: string) => string | undefined;

/** A text in which some variables are replaced by plain text. */
export const substitute = (blocks: readonly Block[], text: TextFor): Block[] =>
  tidy(mapBlocks(blocks, { inline: replaced(text) }));

/** The same for a line of text. */
export const substituteLine = (line: readonly Inline[], text: TextFor): Inline[] =>
  tidyInlines(mapLine(line, replaced(text)));

const replaced =
  (text: TextFor) =>
  (node: Inline): Inline[] => {
    const value = node.type === 'variable' ? text(node.name) : undefined;
    return value === undefined ? [node] : [{ type: 'text', value }];
  };
