import { mapBlocks, mapLine } from './map-text.ts';
import {
  type Block,
  type Condition,
  type ConditionKey,
  conditionKeys,
  type Inline,
  type When,
} from './text.ts';
import { tidy, tidyInlines } from './tidy.ts';

/** What is known about the case that a message answers; what is left out is still open. */
export type Situation = Partial<Record<ConditionKey, string>>;

/** A text for a situation: conditions that hold vanish around their text, those that do not take it along, open ones stay. */
export const resolve = (blocks: readonly Block[], situation: Situation): Block[] =>
  tidy(
    mapBlocks(blocks, {
      inline: (node) => (node.type === 'when' ? settle<Inline>(node, situation) : [node]),
      block: (block) => (block.type === 'when' ? settle<Block>(block, situation) : [block]),
    }),
  );

/** The same for a line of text. */
export const resolveLine = (line: readonly Inline[], situation: Situation): Inline[] =>
  tidyInlines(mapLine(line, (node) => (node.type === 'when' ? settle<Inline>(node, situation) : [node])));

/** What stands in the place of a condition. */
function settle<T>(node: When<T>, situation: Situation): (T | When<T>)[] {
  const on = remaining(node.on, situation);
  if (!on) return [];
  return Object.keys(on).length > 0 ? [{ ...node, on }] : node.children;
}

/** What is left to ask once the situation is known; undefined where the condition cannot hold. */
function remaining(on: Condition, situation: Situation): Condition | undefined {
  const left: Condition = {};
  for (const key of conditionKeys) {
    const wanted = on[key];
    if (!wanted) continue;
    const known = situation[key];
    if (known === undefined) left[key] = wanted;
    else if (!wanted.includes(known)) return undefined;
  }
  return left;
}
