import { byPosition, type Issue } from '#playbook/issue.ts';
import { caseOutcomes } from './case-outcomes.ts';
import type { Check, CheckContext } from './check.ts';
import { clauses } from './clauses.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { links } from './links.ts';
import { references } from './references.ts';

/** Every check of a playbook as a whole; adding one is one line. */
export const checks: readonly Check[] = [references, duplicates, clauses, links, dates, caseOutcomes];

/** Runs every check; the issues come in order of position. */
export const runChecks = (context: CheckContext): Issue[] =>
  checks.flatMap(({ run }) => run(context)).sort(byPosition);
