import type { FlipSet } from '#decisions/flip-sets.ts';

/** Flip sets that are told in one sentence: the same facts, the same outcome. */
export interface FlipLine {
  /** Each fact with the values of which any one will do, together with those of the other facts. */
  changes: [fact: string, values: string[]][];
  outcome: string;
}

/** Joins flip sets that lead to one outcome and differ in one value only; keeps their order. */
export function flipLines(flips: readonly FlipSet[]): FlipLine[] {
  let lines = flips.map(
    ({ changes, outcome }): FlipLine => ({
      changes: Object.entries(changes).map(([fact, value]) => [fact, [value]]),
      outcome,
    }),
  );
  for (let before = -1; before !== lines.length; ) {
    before = lines.length;
    for (const fact of new Set(lines.flatMap(({ changes }) => changes.map(([name]) => name))))
      lines = joinAlong(lines, fact);
  }
  return lines;
}

function joinAlong(lines: readonly FlipLine[], fact: string): FlipLine[] {
  const joined = new Map<string, FlipLine>();
  for (const line of lines) {
    const rest = JSON.stringify([
      line.outcome,
      line.changes.map(([name, values]) => [name, name === fact || values]),
    ]);
    const like = joined.get(rest);
    if (!like) {
      joined.set(rest, { ...line, changes: line.changes.map(([name, values]) => [name, [...values]]) });
      continue;
    }
    for (const [name, values] of line.changes) {
      if (name === fact) like.changes.find(([other]) => other === fact)?.[1].push(...values);
    }
  }
  return [...joined.values()];
}
