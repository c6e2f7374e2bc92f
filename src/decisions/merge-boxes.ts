import type { Masks } from './fact-space.ts';

/** Joins disjoint boxes that differ in one fact only, until none do. The result is the same set, still disjoint. */
export function mergeBoxes(boxes: readonly Masks[]): readonly Masks[] {
  let merged = boxes;
  for (let before = -1; merged.length > 1 && before !== merged.length; ) {
    before = merged.length;
    for (const fact of merged[0]?.keys() ?? []) {
      if (merged.some((box) => box[fact] !== merged[0]?.[fact])) merged = mergeAlong(merged, fact);
    }
  }
  return merged;
}

/** Joins the boxes that agree on all facts but one. */
function mergeAlong(boxes: readonly Masks[], fact: number): Masks[] {
  const byRest = new Map<number, Masks[]>();
  for (const box of boxes) {
    const hash = box.reduce((sum, mask, other) => (other === fact ? sum : Math.imul(sum, 31) + mask), 0);
    const group = byRest.get(hash);
    if (!group) {
      byRest.set(hash, [box]);
      continue;
    }
    const twin = group.findIndex((known) =>
      known.every((mask, other) => other === fact || mask === box[other]),
    );
    if (twin < 0) group.push(box);
    else group[twin] = box.with(fact, (box[fact] ?? 0) | (group[twin]?.[fact] ?? 0));
  }
  return [...byRest.values()].flat();
}
