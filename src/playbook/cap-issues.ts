import type { Issue } from './issue.ts';

const most = 20;

/** At most 20 issues of each rule: a hostile file must not flood the report; the last one says how many are left out. */
export function capped(issues: readonly Issue[]): Issue[] {
  const counts = new Map<string, number>();
  for (const { rule } of issues) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const seen = new Map<string, number>();
  return issues.flatMap((issue) => {
    const nth = (seen.get(issue.rule) ?? 0) + 1;
    seen.set(issue.rule, nth);
    const left = (counts.get(issue.rule) ?? 0) - most;
    if (left <= 0 || nth < most) return [issue];
    if (nth > most) return [];
    return [{ ...issue, hint: `${issue.hint} ${left} more like it in this file are not shown.`.trim() }];
  });
}
