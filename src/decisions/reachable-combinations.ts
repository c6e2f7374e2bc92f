import type { DecisionTable } from '#schemas/decision-template.ts';
import { compileTable } from './compile-table.ts';
import { difference } from './difference.ts';
import { everything, MOST_VALUES } from './fact-space.ts';

/** As many conditions as are looked at for one number. */
const EFFORT = 2_000_000;

/** How many combinations of a table's values no exclusion rules out; undefined where that is too far to count. */
export function reachableCombinations(table: DecisionTable): bigint | undefined {
  const { space, exclusions } = compileTable(table);
  if (space.some(({ values }) => values.length > MOST_VALUES)) return undefined;
  const { count, exact } = difference(everything(space), exclusions, { left: EFFORT });
  return exact ? count : undefined;
}
