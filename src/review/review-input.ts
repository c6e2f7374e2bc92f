import type { ChangeRange } from '#playbook/change-range.ts';
import type { ChangedFile } from '#playbook/changed-file.ts';
import type { Issue } from '#playbook/issue.ts';
import type { Playbook } from '#playbook/playbook.ts';

/** One side of a change, as far as it can be read. */
export interface ReviewedSide {
  /** Every entry that is sound by itself; undefined where organisation.yaml is not. */
  playbook: Playbook | undefined;
  /** Everything that is wrong with it. */
  issues: readonly Issue[];
}

/** All that a review is made from. */
export interface ReviewInput {
  range: ChangeRange;
  /** Whether the new side is the folder as it stands, and not the newest commit. */
  worktree: boolean;
  before: ReviewedSide;
  after: ReviewedSide;
  files: readonly ChangedFile[];
  /** The day of the review, as an ISO date. */
  today: string;
}
