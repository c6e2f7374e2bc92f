import type { Issue } from '#playbook/issue.ts';
import type { ReviewInput } from './review-input.ts';

/** The issues of the new side that the old one did not have, wherever they stood. */
export function freshIssues({ before, after, range, files }: ReviewInput): Issue[] {
  const renames = new Map([
    ...range.renames,
    ...files.map((file) => [file.after ?? '', file.before ?? file.after ?? ''] as const),
  ]);
  const counts = new Map<string, number>();
  for (const issue of before.issues) counts.set(keyOf(issue), (counts.get(keyOf(issue)) ?? 0) + 1);
  return after.issues.filter((issue) => {
    const key = keyOf({ ...issue, file: renames.get(issue.file) ?? issue.file });
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

const keyOf = ({ file, rule, severity, message }: Issue): string =>
  [file, rule, severity, message].join('\0');
