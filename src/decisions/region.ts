import { type Difference, sizeOf } from './difference.ts';
import type { Box, FactSpace, Masks } from './fact-space.ts';
import { mergeBoxes } from './merge-boxes.ts';

/** A set of combinations as disjoint boxes, largest first. */
export interface Region {
  boxes: readonly Masks[];
  /** How many combinations it has; where `unlisted` is not known, how many were found. */
  count: bigint;
  /** How many of them lie in none of the boxes; undefined where that was too far to find. */
  unlisted: bigint | undefined;
}

/** The region of a difference: as few boxes as merging gives, and at most `most` of them before merging. */
export function regionOf({ count, exact, boxes }: Difference, most = 10_000): Region {
  const found: Masks[] = [];
  for (const box of boxes()) {
    if (found.length === most) break;
    found.push(box);
  }
  const merged = mergeBoxes(found).map((masks) => ({ masks, size: sizeOf(masks) }));
  const listed = merged.reduce((sum, { size }) => sum + size, 0n);
  return {
    boxes: merged
      .sort((a, b) => (a.size === b.size ? inOrder(a.masks, b.masks) : a.size > b.size ? -1 : 1))
      .map(({ masks }) => masks),
    count,
    unlisted: exact ? count - listed : undefined,
  };
}

/** A set of masks as people and JSON see it. */
export const boxOf = (space: FactSpace, masks: Masks): Box =>
  Object.fromEntries(
    space.flatMap(({ name, values, all }, fact) => {
      const mask = masks[fact] ?? all;
      return mask === all ? [] : [[name, values.filter((_, value) => (mask >> value) & 1)]];
    }),
  );

/** One combination of a box: the first value of each fact. */
export const exampleOf = (space: FactSpace, masks: Masks): Record<string, string> =>
  Object.fromEntries(
    space.map(({ name, values }, fact) => [
      name,
      values.find((_, value) => ((masks[fact] ?? 0) >> value) & 1) ?? '',
    ]),
  );

/** Orders boxes by their masks, fact by fact, so that earlier values come first. */
function inOrder(a: Masks, b: Masks): number {
  const fact = a.findIndex((mask, index) => mask !== b[index]);
  return (a[fact] ?? 0) - (b[fact] ?? 0);
}
