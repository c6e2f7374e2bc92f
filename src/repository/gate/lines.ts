import type { Position } from '#playbook/issue.ts';

/** The lines of a text: they end with `\n` alone; offsets and columns count UTF-16 units, columns and lines from 1. */
export interface Lines {
  text: string;
  positionOf: (offset: number) => Position;
  offsetOf: (position: Position) => number;
  /** Text of a line by its number, without its end; '' where there is none. */
  line: (number: number) => string;
}

/** Indexes a text once, when somebody asks, so that each look-up costs the logarithm of its lines. */
export function linesOf(text: string): Lines {
  let known: readonly number[] | undefined;
  const index = (): readonly number[] => {
    known ??= startsIn(text);
    return known;
  };
  const startOf = (number: number): number => index()[number - 1] ?? text.length;
  return {
    text,
    positionOf(offset) {
      const starts = index();
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    offsetOf: ({ line, column }) => startOf(line) + column - 1,
    line: (number) => text.slice(startOf(number), startOf(number + 1)).replace(/\n$/, ''),
  };
}

/** Offsets at which the lines of a text begin. */
function startsIn(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
