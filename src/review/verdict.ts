import type { Issue } from '#playbook/issue.ts';
import type { CoverageReview } from './review-coverage.ts';
import type { DecisionReview } from './review-decisions.ts';
import type { EntryReview } from './review-entries.ts';
import type { MacroReview } from './review-macros.ts';
import type { PrecedentReview } from './review-precedents.ts';

/** `blocked`: it may not be merged as it stands; `attention`: something that binds moves; `clean`: nothing does. */
export type VerdictLevel = 'clean' | 'attention' | 'blocked';

/** What a verdict is made from. */
export interface Findings {
  issues: readonly Issue[];
  freshIssues: readonly Issue[];
  decisions: readonly DecisionReview[];
  precedents: readonly PrecedentReview[];
  macros: readonly MacroReview[];
  coverage: CoverageReview;
  retiredUses: readonly unknown[];
  strayOverturns: readonly unknown[];
  entries: readonly EntryReview[];
}

/** The verdict, and what it rests on in a few words each, heaviest first; empty where the change is clean. */
export interface Verdict {
  level: VerdictLevel;
  because: readonly string[];
}

/** Judges a change by what was found. */
export function verdictOf(findings: Findings): Verdict {
  const blocks = blocksIn(findings);
  const because = [...blocks, ...movesIn(findings)];
  return { level: blocks.length > 0 ? 'blocked' : because.length > 0 ? 'attention' : 'clean', because };
}

/** Whether a precedent lacks what an overturned one needs. */
export const isUnapproved = ({ approval, unmarked }: PrecedentReview): boolean =>
  approval !== undefined && (approval.kind !== 'approved' || unmarked !== undefined);

function blocksIn({ issues, precedents }: Findings): string[] {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const unapproved = precedents.filter(isUnapproved).length;
  return [
    ...some(
      unapproved,
      'precedent is overturned without approval',
      'precedents are overturned without approval',
    ),
    ...some(errors, 'error', 'errors'),
  ];
}

function movesIn(findings: Findings): string[] {
  const { freshIssues, decisions, precedents, macros, coverage, retiredUses, strayOverturns, entries } =
    findings;
  const count = <T>(items: readonly T[], wanted: (item: T) => boolean) => items.filter(wanted).length;
  const moved = decisions.flatMap((decision) => ('diff' in decision ? [decision.diff.changed] : []));
  const changed = moved.reduce((sum, one) => sum + one, 0n);
  const unproven = count(
    decisions,
    (decision) => !('diff' in decision ? decision.diff.complete : decision.state === 'unchanged'),
  );
  const binding = count(
    entries,
    ({ id, kind }) =>
      kind === 'requirement' ||
      kind === 'retired' ||
      kind === 'restored' ||
      (kind === 'created' && !id.startsWith('glossary/')),
  );
  return [
    ...(changed === 0n ? [] : [`${many(changed, 'combination ends', 'combinations end')} differently`]),
    ...some(unproven, 'template could not be compared', 'templates could not be compared'),
    ...some(
      count(precedents, (one) => !isUnapproved(one)),
      'precedent to look at',
      'precedents to look at',
    ),
    ...some(
      count(macros, ({ reasons }) => reasons.some(({ bad }) => bad)),
      'macro to look at',
      'macros to look at',
    ),
    ...some(coverage.lost.length, 'place loses its macro', 'places lose their macro'),
    ...some(retiredUses.length, 'reference to a retired entry', 'references to retired entries'),
    ...some(strayOverturns.length, 'trailer overturns nothing', 'trailers overturn nothing'),
    ...some(binding, 'change of binding text', 'changes of binding text'),
    ...some(
      count(freshIssues, ({ severity }) => severity === 'warning'),
      'new warning',
      'new warnings',
    ),
  ];
}

const some = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [many(BigInt(count), one, more)];

const many = (count: bigint, one: string, more: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1n ? one : more}`;
