import { readMessage } from '#history/commit-message.ts';
import { displayLine } from '#history/display-text.ts';
import type { ChangeRange } from '#playbook/change-range.ts';

/** Everybody whom the commits of a range name as author or co-author, and who works on it; claims, as all in git is. */
export const authorsOf = ({ commits, working }: ChangeRange): string[] => [
  ...new Set(
    [
      ...(working ? [working] : []),
      ...commits.flatMap(({ author, message }) => [author, ...readMessage(message).coAuthors]),
    ].map(displayLine),
  ),
];
