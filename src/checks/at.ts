import type { AnyEntry, FieldPath } from '#playbook/entry.ts';
import type { Issue, Position } from '#playbook/issue.ts';

/** What an issue says, without where. */
export type Finding = Pick<Issue, 'rule' | 'message' | 'hint'> & { severity?: Issue['severity'] };

/** An issue at a field of an entry. */
export const atField = (entry: AnyEntry, path: FieldPath, finding: Finding): Issue =>
  atPosition(entry.file, entry.positionOf(path), finding);

/** An issue at a position in a file; an error unless the finding says otherwise. */
export const atPosition = (file: string, { line, column }: Position, finding: Finding): Issue => ({
  file,
  line,
  column,
  severity: finding.severity ?? 'error',
  rule: finding.rule,
  message: finding.message,
  hint: finding.hint,
});
