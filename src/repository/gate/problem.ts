import type { Nodes } from 'mdast';
import type { Issue, Position } from '#playbook/issue.ts';
import { visible } from './quote.ts';
import type { GateRuleName } from './rules.ts';

export { capped } from '#playbook/cap-issues.ts';

/** Where a problem of a whole file stands. */
export const wholeFile: Position = { line: 0, column: 0 };

/** Where a node begins; unknown for a node that the parser did not make. */
export const startOf = (node: Nodes): Position => node.position?.start ?? wholeFile;

/** An error of the gate; what it quotes from the file is made safe to print. */
export const problem = (
  file: string,
  { line, column }: Position,
  rule: GateRuleName,
  message: string,
  hint: string,
): Issue => ({
  file,
  line,
  column,
  severity: 'error',
  rule,
  message: visible(message),
  hint: visible(hint),
});
