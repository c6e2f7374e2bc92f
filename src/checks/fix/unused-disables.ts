import type { Fixer } from './fixer.ts';

/** Lines that silence nothing; an empty line that stood below goes with one that stood between two. */
export const unusedDisables: Fixer = {
  mends: ['disable-unused'],
  edits: ({ source, issues, offsetOf }) =>
    issues.map(({ line }) => {
      const start = offsetOf({ line, column: 1 });
      const end = offsetOf({ line: line + 1, column: 1 });
      const isBetween = source.slice(0, start).endsWith('\n\n') && source[end] === '\n';
      return { start, end: isBetween ? end + 1 : end, text: '' };
    }),
};
