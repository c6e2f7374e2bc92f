import type { RuleDoc } from '#checks/check.ts';
import type { Issue } from '#playbook/issue.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** What a check found, ready to be told. */
export interface Report {
  issues: readonly Issue[];
  /** How many entry files were read. */
  entries: number;
  /** What is known about the rules, for the formats that pass it on. */
  rules?: readonly RuleDoc[];
}

/** How a report is written; every format ends without a line break. */
export const formats = { text, json, github, sarif } satisfies Record<string, (report: Report) => string>;
export type Format = keyof typeof formats;

export const countOf = (issues: readonly Issue[], severity: Issue['severity']): number =>
  issues.filter((issue) => issue.severity === severity).length;
