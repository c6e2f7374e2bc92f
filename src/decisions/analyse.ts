import type { DecisionTable } from '#schemas/decision-template.ts';
import {
  type CompiledExclusion,
  type CompiledRule,
  type CompiledTable,
  compileTable,
} from './compile-table.ts';
import { difference, type Effort, isCovered, sizeOf } from './difference.ts';
import { type Condition, everything, meet } from './fact-space.ts';
import { type Region, regionOf } from './region.ts';

/**
 * Two rules that match the same combinations. Under `first` these are the ones that the first of the two decides,
 * where that can be said in a few boxes; otherwise all that both match.
 */
export interface Meeting {
  rules: readonly [CompiledRule, CompiledRule];
  region: Region;
}

/** A value that every rule and exclusion treats like an earlier one of its fact; indexes. */
export interface UnusedValue {
  fact: number;
  value: number;
  like: number;
}

/** What is proven about a table. */
export interface Analysis {
  table: CompiledTable;
  /** All combinations of values, and those that no exclusion rules out. */
  combinations: bigint;
  reachable: bigint;
  /** Reachable combinations that no rule matches. */
  gaps: Region;
  /** Under `unique`: rules that disagree, in pairs. */
  conflicts: readonly Meeting[];
  /** Under `first`: combinations that only the order of two rules with different results decides. */
  orderDependent: readonly Meeting[];
  /** Rules with the same result that match the same combinations, in pairs. */
  overlaps: readonly Meeting[];
  /** Rules of which no combination can occur, with the exclusions that together say so. */
  unreachable: readonly { rule: CompiledRule; by: readonly CompiledExclusion[] }[];
  /** Under `first`: rules that could match, with the earlier ones that together take every combination. */
  shadowed: readonly { rule: CompiledRule; by: readonly CompiledRule[] }[];
  /** Facts that no rule reads, as indexes. */
  unreadFacts: readonly number[];
  unusedValues: readonly UnusedValue[];
}

/** How many conditions each part of an analysis may look at: about a second, for tables without any structure. */
const EFFORT = 2_000_000;

/** The most boxes in which the combinations of two rules are narrowed to those that the first of them decides. */
const FEW = 20;

/**
 * Analyses a table by subtracting boxes from boxes; no combination is visited one by one. Conditions that name
 * what does not exist are left out. Each fact has at most MOST_VALUES values.
 */
export function analyse(template: DecisionTable): Analysis {
  const table = compileTable(template);
  const { space, rules, exclusions } = table;
  const all = everything(space);
  const coverage: Effort = { left: EFFORT };
  const reduction: Effort = { left: EFFORT };
  const unreachable = rules.flatMap((rule) => {
    const by = coverOf(rule, exclusions, [], coverage, reduction);
    return by ? [{ rule, by }] : [];
  });
  const reachable = rules.filter((rule) => !unreachable.some((known) => known.rule === rule));
  const shadowed = reachable.flatMap((rule) => {
    const earlier = rules.filter(({ index }) => table.first && index < rule.index);
    const by = coverOf(rule, earlier, exclusions, coverage, reduction);
    return by ? [{ rule, by }] : [];
  });
  const deciding = reachable.filter((rule) => !shadowed.some((known) => known.rule === rule));
  const { same, different } = meetings(table, deciding);
  const gaps = difference(all, [...exclusions, ...rules], { left: EFFORT });
  return {
    table,
    combinations: sizeOf(all),
    reachable: difference(all, exclusions, { left: EFFORT }).count,
    gaps: regionOf(gaps),
    conflicts: table.first ? [] : different,
    orderDependent: table.first ? different : [],
    overlaps: same,
    unreachable,
    shadowed,
    unreadFacts: space.flatMap(({ all }, fact) =>
      rules.every(({ masks }) => masks[fact] === all) ? [fact] : [],
    ),
    unusedValues: unusedValues(table),
  };
}

/** As few of some boxes as cover a rule together with what is excluded anyway; undefined where they do not. */
function coverOf<T extends Condition>(
  { masks }: CompiledRule,
  boxes: readonly T[],
  excluded: readonly Condition[],
  effort: Effort,
  reduction: Effort,
): T[] | undefined {
  let needed = boxes.filter((box) => meet(box.masks, masks));
  const covers = (some: readonly T[], effort: Effort) => isCovered(masks, [...excluded, ...some], effort);
  if (needed.length === 0 || !covers(needed, effort)) return undefined;
  for (const box of needed) {
    const others = needed.filter((other) => other !== box);
    if (covers(others, reduction)) needed = others;
  }
  return needed;
}

/** All pairs of rules that match a common combination which can occur, apart by whether their results agree. */
function meetings({ rules, first, exclusions }: CompiledTable, deciding: readonly CompiledRule[]) {
  const same: Meeting[] = [];
  const different: Meeting[] = [];
  const effort: Effort = { left: EFFORT };
  for (const a of deciding) {
    const taken = first ? rules.filter(({ index }) => index < a.index) : [];
    for (const b of rules) {
      const both = b.index > a.index && meet(a.masks, b.masks);
      if (!both) continue;
      const narrowed = regionOf(difference(both, [...exclusions, ...taken], effort), FEW * 3);
      const told = narrowed.boxes.length <= FEW && narrowed.unlisted === 0n;
      const region = told ? narrowed : regionOf(difference(both, exclusions, { left: EFFORT }));
      if (region.boxes.length > 0) (a.result === b.result ? same : different).push({ rules: [a, b], region });
    }
  }
  return { same, different };
}

/** Values that no condition tells apart from an earlier one of the same fact, where the fact is read at all. */
function unusedValues({ space, rules, exclusions }: CompiledTable): UnusedValue[] {
  return space.flatMap(({ values, all }, fact) => {
    if (rules.every(({ masks }) => masks[fact] === all)) return [];
    const treatment = values.map((_, value) =>
      [...rules, ...exclusions].map(({ masks }) => ((masks[fact] ?? 0) >> value) & 1).join(''),
    );
    return treatment.flatMap((own, value) => {
      const like = treatment.indexOf(own);
      return like < value ? [{ fact, value, like }] : [];
    });
  });
}
