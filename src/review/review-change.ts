import type { Issue } from '#playbook/issue.ts';
import { entryPairs } from './entry-pairs.ts';
import { freshIssues } from './fresh-issues.ts';
import { overturners } from './overturn-approval.ts';
import { type RetiredUse, retiredUses } from './retired-uses.ts';
import { type ApproverReview, reviewApprovers } from './review-approvers.ts';
import { type CoverageReview, reviewCoverage } from './review-coverage.ts';
import { type DecisionReview, reviewDecisions } from './review-decisions.ts';
import { type EntryReview, reviewEntries } from './review-entries.ts';
import type { ReviewInput } from './review-input.ts';
import { type MacroReview, reviewMacros } from './review-macros.ts';
import { type PrecedentReview, reviewPrecedents } from './review-precedents.ts';
import { type StrayOverturn, strayOverturns } from './stray-overturns.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** What a change does, before anybody approves it. */
export interface Review {
  /** Full ids of the commits; the newest one is followed by the folder as it stands where `worktree` says so. */
  base: string;
  head: string;
  worktree: boolean;
  /** How many commits the change has. */
  commits: number;
  /** The day on which it was reviewed. */
  today: string;
  verdict: Verdict;
  /** Whether there is a playbook on each side: without organisation.yaml little can be said. */
  readable: { before: boolean; after: boolean };
  /** Everything that is wrong on the new side, and what of it was not wrong before. */
  issues: readonly Issue[];
  freshIssues: readonly Issue[];
  decisions: readonly DecisionReview[];
  precedents: readonly PrecedentReview[];
  strayOverturns: readonly StrayOverturn[];
  /** Handles that may approve that a precedent is overturned. */
  overturners: readonly string[];
  macros: readonly MacroReview[];
  coverage: CoverageReview;
  retiredUses: readonly RetiredUse[];
  entries: readonly EntryReview[];
  who: ApproverReview;
}

/** Reviews a change: two playbooks and the commits between them; the same input gives the same review. */
export function reviewChange(input: ReviewInput): Review {
  const { range, worktree, before, after, files, today } = input;
  const pairs = entryPairs(files, before, after);
  const fresh = freshIssues(input);
  const decisions = reviewDecisions(pairs, after.playbook ?? before.playbook);
  const precedents = reviewPrecedents(input, pairs);
  const macros = reviewMacros(input, pairs, fresh);
  const findings = {
    issues: after.issues,
    freshIssues: fresh,
    decisions,
    precedents,
    strayOverturns: strayOverturns(range, precedents, before.playbook),
    macros,
    coverage: reviewCoverage(before.playbook, after.playbook, pairs),
    retiredUses: retiredUses(before.playbook, after.playbook),
    entries: reviewEntries(pairs, decisions, input),
  };
  return {
    base: range.base,
    head: range.head,
    worktree,
    commits: range.commits.length,
    today,
    verdict: verdictOf(findings),
    readable: { before: before.playbook !== undefined, after: after.playbook !== undefined },
    ...findings,
    overturners: overturners(before.playbook?.organisation, range),
    who: reviewApprovers(input, pairs, macros),
  };
}
