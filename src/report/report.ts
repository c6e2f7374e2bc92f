import type { Issue } from '#playbook/issue.ts';
import { json } from './json.ts';
import { text } from './text.ts';

/** What a check found, ready to be told. */
export interface Report {
  issues: readonly Issue[];
  /** How many entry files were read. */
  entries: number;
}

/** How a report is written; every format ends without a line break. */
export const formats = { text, json } satisfies Record<string, (report: Report) => string>;
export type Format = keyof typeof formats;

export const countOf = (issues: readonly Issue[], severity: Issue['severity']): number =>
  issues.filter((issue) => issue.severity === severity).length;
