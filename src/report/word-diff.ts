import type { Words } from '#history/change.ts';
import { diffWords } from '#history/word-diff.ts';

/** A run of words that one text has and the other has not; `same` on both. */
export interface WordRun {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

const kinds = { both: 'same', before: 'removed', after: 'added' } as const;

/** Words of two texts as runs. */
export const runsOf = (words: readonly Words[]): WordRun[] =>
  words.map(({ text, in: side }) => ({ kind: kinds[side], text }));

/** The words in which two texts differ. */
export const wordRuns = (before: string, after: string): WordRun[] => runsOf(diffWords(before, after));

/** Words around a change that are shown with it. */
const context = 6;

/** Runs of words for one line: what is the same is cut to a few words around each change. */
export const shortened = (runs: readonly WordRun[]): WordRun[] =>
  runs.map(({ kind, text }, index) => {
    const line = text.replace(/\s+/g, ' ');
    return { kind, text: kind === 'same' ? cutAround(line, index === 0, index === runs.length - 1) : line };
  });

/** A change as one line, `… proof of [-purchase-]{+origin+} for every …`. */
export const wordDiff = (runs: readonly WordRun[]): string =>
  shortened(runs)
    .map(({ kind, text }) => (kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : text))
    .join('');

function cutAround(line: string, first: boolean, last: boolean): string {
  const words = line.split(/(?<= )/);
  if (words.length <= (first || last ? context : 2 * context)) return line;
  if (first) return `… ${words.slice(-context).join('')}`;
  if (last) return `${words.slice(0, context).join('').trimEnd()} …`;
  return `${words.slice(0, context).join('')}… ${words.slice(-context).join('')}`;
}
