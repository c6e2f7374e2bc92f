import { describe, expect, it } from 'vitest';
import { analyse, type Meeting } from '#decisions/analyse.ts';
import { sizeOf } from '#decisions/difference.ts';
import { type Box, type FactSpace, type Masks, meet, readWhen } from '#decisions/fact-space.ts';
import { boxOf } from '#decisions/region.ts';
import type { DecisionTable, When } from '#schemas/decision-template.ts';
import { Random } from '#test/helpers/random.ts';
import {
  type Combination,
  everyCombination,
  factsOf,
  isExcluded,
  keyOf,
  matches,
  matching,
  resultOf,
} from './brute-force.ts';
import { fact, randomTable, rule, type Size, split } from './random-table.ts';

const SMALL: Size = { facts: [1, 4], values: [2, 4], rules: [1, 10] };
const MIDDLE: Size = { facts: [4, 6], values: [2, 4], rules: [4, 25] };
const LARGE: Size = { facts: [9, 10], values: [3, 3], rules: [10, 30] };

describe('analyse', () => {
  it.each([
    ['10,000 small tables', 10_000, SMALL],
    ['150 tables of up to 4,096 combinations', 150, MIDDLE],
    ['3 tables of up to 59,049 combinations', 3, LARGE],
  ])('finds in %s exactly what going through every combination finds', (_, count, size) => {
    for (let seed = 1; seed <= count; seed++) {
      const table = randomTable(new Random(seed), size);
      const fault = firstFault(table);
      if (fault) expect.fail(`seed ${seed}: ${fault}\n${JSON.stringify(table, null, 1)}`);
    }
  });

  it.each([1, 2, 3])(
    'finds seeded faults among 40 facts and 300 rules, by structure alone (seed %i)',
    (seed) => {
      const random = new Random(seed);
      const facts = Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [`f${at}`, fact(['a', 'b', 'c'])]),
      );
      const whens = split(random, facts, 310);
      const [dropped, doubled, excluded] = [whens.slice(0, 5), whens.slice(5, 8), whens.slice(8, 10)];
      const rules = whens.slice(5).map((when, at) => rule(`R${at + 1}`, when, 'uphold'));
      rules.push(...doubled.map((when, at) => rule(`X${at + 1}`, when, 'overturn')));
      const exclusions = excluded.map((when) => ({ when, because: 'It cannot occur.' }));
      const { table, reachable, gaps, conflicts, overlaps, unreachable } = analyse({
        hit: 'unique',
        facts,
        exclusions,
        rules,
      });
      const boxes = (list: readonly When[]) => list.map((when) => readWhen(table.space, when)?.masks ?? []);
      const sizes = (list: readonly When[]) => boxes(list).reduce((sum, box) => sum + sizeOf(box), 0n);
      expect(reachable).toBe(3n ** 40n - sizes(excluded));
      // As many combinations as were dropped, in disjoint boxes that all lie within dropped ones: the same set.
      expect([gaps.count, gaps.unlisted]).toEqual([sizes(dropped), 0n]);
      expect(
        gaps.boxes.every((box, at) => gaps.boxes.slice(at + 1).every((other) => !meet(box, other))),
      ).toBe(true);
      const inDropped = (box: Masks) =>
        boxes(dropped).reduce((sum, other) => sum + sizeOf(meet(box, other) ?? [0]), 0n);
      expect(gaps.boxes.every((box) => inDropped(box) === sizeOf(box))).toBe(true);
      expect(conflicts.map(({ region }) => region.boxes)).toEqual(boxes(doubled).map((box) => [box]));
      expect(unreachable.map(({ rule }) => rule.rule.id)).toEqual(['R4', 'R5']);
      expect(overlaps).toEqual([]);
    },
  );
});

/** The first way in which an analysis differs from the oracle, or undefined. */
function firstFault(table: DecisionTable): string | undefined {
  const analysis = analyse(table);
  const { space } = analysis.table;
  const all = everyCombination(factsOf(table));
  const reachable = all.filter((combination) => !isExcluded(table, combination));
  const rows = reachable.map((combination) => ({ combination, rules: matching(table, combination) }));
  const decided = new Set(rows.flatMap(({ rules }) => (table.hit === 'first' ? rules.slice(0, 1) : rules)));
  const [dead] = [table.rules.filter((rule) => !decided.has(rule)).map(({ id }) => id)];

  if (analysis.combinations !== BigInt(all.length)) return 'combinations';
  if (analysis.reachable !== BigInt(reachable.length)) return 'reachable';
  const gaps = rows.filter(({ rules }) => rules.length === 0).map(({ combination }) => combination);
  if (analysis.gaps.count !== BigInt(gaps.length)) return 'count of gaps';
  const fault = differs(space, analysis.gaps.boxes, gaps);
  if (fault) return `gaps: ${fault}`;
  const found = [...analysis.unreachable, ...analysis.shadowed].map(({ rule }) => rule.rule.id);
  if (found.toSorted().join() !== dead.toSorted().join()) return `dead rules ${found}, expected ${dead}`;
  for (const { rule, by } of [...analysis.unreachable, ...analysis.shadowed]) {
    const covered = all.filter((combination) => matches(rule.rule.when, combination));
    const takers = by.map((one) =>
      'rule' in one ? one.rule.when : (table.exclusions[one.index]?.when ?? {}),
    );
    const left = covered.filter(
      (combination) => !isExcluded(table, combination) && !takers.some((when) => matches(when, combination)),
    );
    if (left.length > 0) return `${rule.rule.id} is not covered`;
  }
  return table.hit === 'unique' ? uniqueFault() : firstFaultOfOrder();

  /** Under unique each pair of rules meets in exactly the combinations that both match. */
  function uniqueFault(): string | undefined {
    if (analysis.orderDependent.length > 0) return 'order under unique';
    for (const [index, a] of table.rules.entries()) {
      for (const b of table.rules.slice(index + 1)) {
        const both = rows
          .filter(({ rules }) => rules.includes(a) && rules.includes(b))
          .map((row) => row.combination);
        const same = resultOf(a) === resultOf(b);
        const meeting = (same ? analysis.overlaps : analysis.conflicts).find(
          ({ rules }) => rules[0].rule === a && rules[1].rule === b,
        );
        const fault = differs(space, meeting?.region.boxes ?? [], both);
        if (fault) return `${a.id} and ${b.id}: ${fault}`;
        if (meeting && meeting.region.count !== BigInt(both.length)) return `count of ${a.id} and ${b.id}`;
      }
    }
    return undefined;
  }

  /** Under first all pairs together are the combinations in which rules with different results match. */
  function firstFaultOfOrder(): string | undefined {
    if (analysis.conflicts.length > 0) return 'conflict under first';
    const expected = rows
      .filter(({ rules }) => rules.some((rule) => rules[0] && resultOf(rule) !== resultOf(rules[0])))
      .map(({ combination }) => keyOf(combination));
    const told = new Set<string>();
    for (const { rules, region } of analysis.orderDependent) {
      for (const box of region.boxes) {
        for (const combination of expand(space, box)) {
          const matched = matching(table, combination);
          const truly = rules.every(({ rule }) => matched.includes(rule)) && !isExcluded(table, combination);
          if (!truly) return `${rules.map(({ rule }) => rule.id)} do not meet in ${keyOf(combination)}`;
          told.add(keyOf(combination));
        }
      }
    }
    if (told.size !== expected.length) return `${told.size} order-dependent, expected ${expected.length}`;
    return unnarrowed(analysis.orderDependent) ? 'a meeting that is decided by an earlier rule' : undefined;
  }

  /** Whether a pair that could be told in a few boxes holds what an earlier rule decides. */
  function unnarrowed(meetings: readonly Meeting[]): boolean {
    return meetings.some(
      ({ rules: [a], region }) =>
        region.boxes.length > 1 &&
        region.boxes.some((box) => expand(space, box).some((one) => matching(table, one)[0] !== a.rule)),
    );
  }
}

/** How disjoint boxes differ from a set of combinations, or undefined. */
function differs(
  space: FactSpace,
  boxes: readonly Masks[],
  expected: readonly Combination[],
): string | undefined {
  const told = boxes.flatMap((box) => expand(space, box)).map(keyOf);
  const unique = new Set(told);
  if (unique.size !== told.length) return 'boxes are not disjoint';
  if (unique.size !== expected.length) return `${unique.size} combinations, expected ${expected.length}`;
  return expected.some((combination) => !unique.has(keyOf(combination))) ? 'other combinations' : undefined;
}

/** The combinations of a box, by its names alone. */
function expand(space: FactSpace, masks: Masks): Combination[] {
  const box: Box = boxOf(space, masks);
  return everyCombination(Object.fromEntries(space.map(({ name, values }) => [name, box[name] ?? values])));
}
