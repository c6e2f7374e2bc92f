import type { DecisionTable, Rule } from '#schemas/decision-template.ts';
import type { CompiledTable } from './compile-table.ts';
import { difference, type Effort, sizeOf } from './difference.ts';
import {
  type Box,
  everything,
  type FactSpace,
  factSpaceOf,
  type Masks,
  MOST_VALUES,
  meet,
} from './fact-space.ts';
import { inUnion, type UnionPart, unionOf } from './fact-union.ts';
import { boxOf, exampleOf, regionOf } from './region.ts';
import { type SpaceChanges, spaceChanges } from './space-changes.ts';
import { type SideVerdict, verdictRegions } from './verdict-regions.ts';

/** What one side says about some combinations. */
export type Side =
  | { kind: 'rule'; rule: Rule }
  | { kind: 'gap' }
  /** Rules disagree on them. */
  | { kind: 'conflict'; rules: [Rule, Rule] }
  /** Not in the table: excluded, or a value that it does not have, and why. */
  | { kind: 'outside'; because: string };

const EFFORT = 10_000_000;

/** Combinations that one change moves in one way. */
export interface OutcomeChange {
  when: Box;
  count: bigint;
  from: Side;
  to: Side;
  /** One combination: each fact of either table to a value. */
  example: Record<string, string>;
}

/** What an edit of a table does to its outcomes. */
export interface OutcomeDiff {
  /** Combinations of the facts of both tables that are in at least one of them. */
  combinations: bigint;
  /** How many of them have another outcome, authority or macro, or are in one table only. */
  changed: bigint;
  /** Exactly those, as disjoint boxes, largest first. */
  regions: readonly OutcomeChange[];
  /** Facts, values and exclusions that only one of the tables has. */
  space: SpaceChanges;
  /** Whether everything was compared; false only for tables without any structure, where more may have changed. */
  complete: boolean;
}

/**
 * Finds what an edit does to outcomes, by subtracting boxes from boxes. A fact that only one table has is ignored by
 * the other; a value that one does not have is outside it, as what it excludes is. Throws a RangeError where one of
 * them has more than MOST_VALUES values of a fact.
 */
export function diffOutcomes(before: DecisionTable, after: DecisionTable): OutcomeDiff {
  const spaces = [factSpaceOf(before), factSpaceOf(after)] as const;
  for (const { name, values } of spaces.flat()) {
    if (values.length > MOST_VALUES) throw new RangeError(`Fact ${name} has more than ${MOST_VALUES} values`);
  }
  const effort: Effort = { left: EFFORT };
  const regions: OutcomeChange[] = [];
  let combinations = 0n;
  let changed = 0n;
  let complete = true;
  for (const part of unionOf(...spaces)) {
    const found = diffPart(inUnion(before, part.space), inUnion(after, part.space), part, effort);
    regions.push(...found.regions);
    combinations += found.combinations;
    changed += found.changed;
    complete &&= found.complete;
  }
  regions.sort((a, b) => (a.count === b.count ? 0 : a.count > b.count ? -1 : 1));
  return { combinations, changed, regions, space: spaceChanges(before, after), complete };
}

/** The same for one part of the combinations. */
function diffPart(
  before: CompiledTable,
  after: CompiledTable,
  { space, partial }: UnionPart,
  effort: Effort,
): Omit<OutcomeDiff, 'space'> {
  const news = verdictRegions(after);
  const regions: OutcomeChange[] = [];
  let outside = 0n;
  let changed = 0n;
  let complete = true;
  for (const from of verdictRegions(before)) {
    for (const to of news) {
      const nowhere = from.verdict.kind === 'outside' && to.verdict.kind === 'outside';
      if (!nowhere && sameResult(from.verdict, to.verdict)) continue;
      if (--effort.left < 0) break;
      const both = meet(from.within, to.within);
      if (!both) continue;
      const common = difference(both, [...from.without(), ...to.without()], effort);
      complete &&= common.exact;
      if (nowhere) {
        outside += common.count;
        continue;
      }
      const { boxes, count, unlisted } = regionOf(common);
      complete &&= unlisted === 0n;
      changed += count;
      for (const masks of boxes) {
        regions.push({
          when: boxIn(space, partial, masks),
          count: sizeOf(masks),
          from: sideOf(from.verdict),
          to: sideOf(to.verdict),
          example: exampleOf(space, masks),
        });
      }
    }
  }
  const combinations = sizeOf(everything(space)) - outside;
  return { combinations, changed, regions, complete: complete && effort.left >= 0 };
}

/** A box of a part: all values that the part has of a fact are not all that there are. */
const boxIn = (space: FactSpace, partial: ReadonlySet<string>, masks: Masks): Box => ({
  ...Object.fromEntries(
    space.flatMap(({ name, values }) => (partial.has(name) ? [[name, [...values]]] : [])),
  ),
  ...boxOf(space, masks),
});

/** Whether nothing that a reader of the decision would notice differs: outcome, authority and macro. */
function sameResult(a: SideVerdict, b: SideVerdict): boolean {
  if (a.kind !== 'rule' || b.kind !== 'rule') return a.kind === b.kind;
  const [from, to] = [a.rule.rule, b.rule.rule];
  return from.outcome === to.outcome && from.authority === to.authority && from.macro === to.macro;
}

function sideOf(verdict: SideVerdict): Side {
  if (verdict.kind === 'rule') return { kind: 'rule', rule: verdict.rule.rule };
  if (verdict.kind === 'conflict')
    return { kind: 'conflict', rules: [verdict.rules[0].rule, verdict.rules[1].rule] };
  return verdict;
}
