import type { Issue } from '#playbook/issue.ts';
import type { Review } from '#review/review-change.ts';
import type { Item, Section } from './document.ts';
import { counted, listed } from './words.ts';

/** Rules whose issues are told in a section of their own, as what the change does. */
const toldElsewhere =
  /^(?:macro-(?:unapproved|changed|stale|translation-stale|requirement)|coverage-|reference-retired|precedent-mismatch)/;

/** One issue with its hint. */
export function issueItem(issue: Issue, { freshIssues }: Review): Item {
  const { file, line, column, severity, message, hint } = issue;
  const old = freshIssues.includes(issue) ? '' : ' (as before)';
  return {
    line: [{ code: `${file}:${line}:${column}` }, ` ${severity}: ${message}${old}`],
    below: hint ? [{ line: [hint] }] : [],
  };
}

/** What is wrong on the new side: every error, and the warnings that the change brings; undefined where nothing is. */
export function issueSection(review: Review): Section | undefined {
  const { issues, freshIssues } = review;
  if (issues.length === 0) return undefined;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = freshIssues.filter(({ severity }) => severity === 'warning');
  const shown = warnings.filter(({ rule }) => !toldElsewhere.test(rule));
  const old = issues.length - errors.length - warnings.length;
  const parts = [
    ...(errors.length > 0 ? [counted(errors.length, 'error', 'errors')] : []),
    ...(warnings.length > 0 ? [counted(warnings.length, 'new warning', 'new warnings')] : []),
    ...(old > 0 ? [`${counted(old, 'warning', 'warnings')} as before`] : []),
  ];
  const elsewhere = warnings.length - shown.length;
  const told = elsewhere > 0 ? `; ${counted(elsewhere, 'of the new is', 'of the new are')} told above` : '';
  return {
    title: 'Issues',
    summary: [listed(parts) + told],
    items: [...errors, ...shown].map((issue) => issueItem(issue, review)),
  };
}
