import type { FieldPath } from '#playbook/entry.ts';

/** The names of the rules that a decision table can break. */
export type DecisionRuleName =
  | 'decision-bands'
  | 'decision-conflict'
  | 'decision-duplicate-rule-id'
  | 'decision-exclusion'
  | 'decision-gap'
  | 'decision-order-dependent'
  | 'decision-overlap'
  | 'decision-shadowed'
  | 'decision-too-many-values'
  | 'decision-unknown-fact'
  | 'decision-unknown-value'
  | 'decision-unreachable'
  | 'decision-unread-fact'
  | 'decision-unused-value';

/** One thing wrong with a decision table: an issue whose place is still a path into the table's fields. */
export interface Finding {
  rule: DecisionRuleName;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
  path: FieldPath;
  /** Whether the key at the path is meant, the name of a fact or value, rather than what stands behind it. */
  isKey?: boolean;
}
