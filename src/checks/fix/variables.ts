import type { Fixer } from './fixer.ts';

/** Spaces inside the braces of a variable. */
export const variables: Fixer = {
  mends: ['mdx-variable'],
  edits: ({ source, issues, offsetOf }) =>
    issues.flatMap((issue) => {
      const start = offsetOf(issue);
      const [found, name] = /^\{\s*([A-Za-z_]\w*)\s*\}/.exec(source.slice(start, start + 200)) ?? [];
      return found && found !== `{${name}}` ? [{ start, end: start + found.length, text: `{${name}}` }] : [];
    }),
};
