import type { Analysis, Meeting } from './analyse.ts';
import type { Box, FactSpace } from './fact-space.ts';
import { boxOf } from './region.ts';

/** A count: a decimal string where it passes 2^53. */
type Count = number | string;

/** Two rules that meet, in one box of combinations. */
interface MeetingJson {
  rules: [string, string];
  when: Box;
  outcomes: [string, string];
}

/** What other tools may read about a table. */
export interface AnalysisJson {
  template: string;
  facts: number;
  rules: number;
  combinations: Count;
  reachable: Count;
  /** Disjoint. */
  gaps: Box[];
  /** Disjoint for each pair of rules. */
  conflicts: MeetingJson[];
  orderDependent: MeetingJson[];
  /** Rules that can never decide: ruled out, or shadowed by earlier ones. */
  unreachable: string[];
  overlaps: MeetingJson[];
  unreadFacts: string[];
  unusedValues: { fact: string; value: string }[];
  /** Gaps in none of the boxes, only where they are too many to list: how many, or that this is not known either. */
  unlistedGaps?: Count | 'unknown';
}

/** An analysis as JSON; `rules` counts those of the table, also where a condition could not be read. */
export function analysisJson(template: string, rules: number, analysis: Analysis): AnalysisJson {
  const { table, gaps } = analysis;
  const { space } = table;
  const nameOf = (fact: number) => space[fact]?.name ?? '';
  const dead = [...analysis.unreachable, ...analysis.shadowed].map(({ rule }) => rule);
  return {
    template,
    facts: space.length,
    rules,
    combinations: countOf(analysis.combinations),
    reachable: countOf(analysis.reachable),
    gaps: gaps.boxes.map((box) => boxOf(space, box)),
    conflicts: analysis.conflicts.flatMap((meeting) => rows(space, meeting)),
    orderDependent: analysis.orderDependent.flatMap((meeting) => rows(space, meeting)),
    unreachable: dead.sort((a, b) => a.index - b.index).map(({ rule }) => rule.id),
    overlaps: analysis.overlaps.flatMap((meeting) => rows(space, meeting)),
    unreadFacts: analysis.unreadFacts.map(nameOf),
    unusedValues: analysis.unusedValues.map(({ fact, value }) => ({
      fact: nameOf(fact),
      value: space[fact]?.values[value] ?? '',
    })),
    ...(gaps.unlisted !== 0n && {
      unlistedGaps: gaps.unlisted === undefined ? 'unknown' : countOf(gaps.unlisted),
    }),
  };
}

const rows = (space: FactSpace, { rules: [a, b], region }: Meeting): MeetingJson[] =>
  region.boxes.map((box) => ({
    rules: [a.rule.id, b.rule.id],
    when: boxOf(space, box),
    outcomes: [a.rule.outcome, b.rule.outcome],
  }));

const countOf = (count: bigint): Count => (count <= 2n ** 53n ? Number(count) : count.toString());
