/** Where something stands: 1-based line and column; 0 where the position is unknown. */
export interface Position {
  line: number;
  column: number;
}

/** One thing wrong, told so that its author can mend it. The only shape in which a problem is reported. */
export interface Issue extends Position {
  /** Path from the playbook root, with forward slashes. */
  file: string;
  severity: 'error' | 'warning';
  /** Kebab-case name of the rule that found it. */
  rule: string;
  /** "Unexpected X, expected Y". */
  message: string;
  /** How to mend it, in words that can be pasted where possible; '' where there is nothing to add. */
  hint: string;
}

/** Orders issues by file, then line, then column, then rule, so that two runs print the same. */
export const byPosition = (a: Issue, b: Issue): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line ||
  a.column - b.column ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
  (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
