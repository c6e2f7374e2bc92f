import { diffWordsWithSpace } from 'diff';

/** A run of words that one text has and the other has not; `same` on both. */
export interface WordRun {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** The words in which two texts differ. */
export const wordRuns = (before: string, after: string): WordRun[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));

/** Words around a change that are shown with it. */
const context = 6;

/** A change as one line, `… proof of [-purchase-]{+origin+} for every …`; what is the same is cut to a few words around it. */
export function wordDiff(runs: readonly WordRun[]): string {
  return runs
    .map(({ kind, text }, index) => {
      const line = text.replace(/\s+/g, ' ');
      if (kind === 'removed') return `[-${line}-]`;
      if (kind === 'added') return `{+${line}+}`;
      const words = line.split(/(?<= )/);
      const first = index === 0;
      const last = index === runs.length - 1;
      if (words.length <= (first || last ? context : 2 * context)) return line;
      if (first) return `… ${words.slice(-context).join('')}`;
      if (last) return `${words.slice(0, context).join('').trimEnd()} …`;
      return `${words.slice(0, context).join('')}… ${words.slice(-context).join('')}`;
    })
    .join('');
}
