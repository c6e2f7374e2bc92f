import type { AnyEntry } from '#playbook/entry.ts';
import type { Issue, Position } from '#playbook/issue.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { Edit } from './edit.ts';

/** One file with what is wrong with it. */
export interface FixTarget {
  /** Path from the playbook root. */
  file: string;
  source: string;
  /** Only those that the fixer mends. */
  issues: readonly Issue[];
  /** The entry, where it is sound. */
  entry: AnyEntry | undefined;
  playbook: Playbook | undefined;
  /** Offset in the source of a line and a column, each from 1. */
  offsetOf: (position: Position) => number;
}

/** Mends what some rules report, where only one mend is possible. */
export interface Fixer {
  /** Names of the rules. */
  mends: readonly string[];
  edits: (target: FixTarget) => Edit[];
}
