import { byPosition, type Issue } from '#playbook/issue.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { CheckContext } from './check.ts';
import { runChecks } from './run-checks.ts';

/** What reading a playbook gave, as far as checks need it. */
interface Read extends Omit<CheckContext, 'playbook' | 'today'> {
  playbook: Playbook | undefined;
  issues: readonly Issue[];
}

/** Everything that is wrong with a playbook: what reading it found, then what the checks find in what could be read. */
export function checkPlaybook({ playbook, issues, ...rest }: Read, today: string): Issue[] {
  const found = playbook ? runChecks({ ...rest, playbook, today }) : [];
  return [...issues, ...found].sort(byPosition);
}
