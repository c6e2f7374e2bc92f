import { analyse } from '#decisions/analyse.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';

/** What is proven about a table, for readers. */
export interface Proof {
  complete: boolean;
  /** "2,916 combinations, 1,620 reachable, each with exactly one outcome". */
  words: string;
}

const number = new Intl.NumberFormat('en-GB');

/** Proves that every combination which can occur has one outcome, or says that it is not so. */
export function proofOf(table: DecisionTable): Proof {
  const { combinations, reachable, gaps, conflicts } = analyse(table);
  const complete = gaps.count === 0n && gaps.unlisted === 0n && conflicts.length === 0;
  const size = `${number.format(combinations)} combinations, ${number.format(reachable)} reachable`;
  return {
    complete,
    words: complete ? `${size}, each with exactly one outcome` : `${size}, not each with exactly one outcome`,
  };
}
