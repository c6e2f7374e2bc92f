import type { FieldPath } from '#playbook/entry.ts';
import type { Issue, Position } from '#playbook/issue.ts';
import type { Playbook } from '#playbook/playbook.ts';

/** What a check may look at. */
export interface CheckContext {
  playbook: Playbook;
  /** What exists but could not be read: a reference to it is not dangling. */
  unread: { ids: ReadonlySet<string>; clauses: ReadonlySet<string> };
  /** Position of a value in organisation.yaml. */
  organisationPosition: (path: FieldPath) => Position;
  /** Position of a value in requirements.yaml. */
  requirementsPosition: (path: FieldPath) => Position;
  /** Who wrote the text that the approval of a macro covers, by its id, as git claims; left out where nobody asked git. */
  approvedTextWriters?: ReadonlyMap<string, readonly string[]>;
  /** The day on which the check runs, as an ISO date. */
  today: string;
}

/** One concern of the playbook as a whole; its rules are what it may report. */
export interface Check {
  rules: readonly RuleDoc[];
  run: (context: CheckContext) => Issue[];
}

/** A rule as the rule table shows it. */
export interface RuleDoc {
  name: string;
  /** One sentence: what it refuses, and why. */
  explains: string;
  bad: string;
  good: string;
}
