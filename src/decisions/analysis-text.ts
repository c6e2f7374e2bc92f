import type { DecisionTable } from '#schemas/decision-template.ts';
import type { Analysis } from './analyse.ts';
import { combinations } from './sentences.ts';

/** What was proven about a table, in two lines; what is wrong with it is told by its findings. */
export function analysisText(template: string, table: DecisionTable, analysis: Analysis): string {
  const { reachable, gaps, conflicts, orderDependent } = analysis;
  const size = `${template}: ${Object.keys(table.facts).length} facts, ${table.rules.length} rules, ${combinations(analysis.combinations)}, ${reachable.toLocaleString('en-GB')} of them reachable`;
  const proven = gaps.count === 0n && gaps.unlisted === 0n && conflicts.length === 0 && reachable > 0n;
  if (!proven) return `${size}\nNot proven: not every reachable combination has exactly one outcome.`;
  const order = orderDependent.length > 0 ? ', in some only by the order of the rules' : '';
  return `${size}\nProven: every reachable combination has exactly one outcome${order}.`;
}
