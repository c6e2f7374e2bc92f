import { describe, expect, it } from 'vitest';
import { flipSets } from '#decisions/flip-sets.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { Random } from '#test/helpers/random.ts';
import {
  type Combination,
  everyCombination,
  factsOf,
  isExcluded,
  matching,
  resultOf,
} from './brute-force.ts';
import { randomTable } from './random-table.ts';

/** The outcome on which all rules that decide a case agree, and the rule; undefined where there is none. */
function decided(table: DecisionTable, combination: Combination) {
  if (isExcluded(table, combination)) return undefined;
  const rules = matching(table, combination).slice(0, table.hit === 'first' ? 1 : undefined);
  const [one] = rules;
  if (!one || rules.some(({ outcome }) => outcome !== one.outcome)) return undefined;
  return {
    outcome: one.outcome,
    rule: rules.some((rule) => resultOf(rule) !== resultOf(one)) ? null : one.id,
  };
}

/** Every smallest change of at most three facts to another outcome, among all complete cases. */
function exhaustive(table: DecisionTable, from: Combination): string[] {
  const now = decided(table, from);
  if (!now) return [];
  const flips = everyCombination(factsOf(table)).flatMap((to) => {
    const then = decided(table, to);
    if (!then || then.outcome === now.outcome) return [];
    const changes = Object.entries(to).filter(([fact, value]) => from[fact] !== value);
    return changes.length <= 3 ? [{ changes, ...then }] : [];
  });
  const holds = (changes: [string, string][], part: [string, string][]) =>
    part.every(([fact, value]) => changes.some(([other, to]) => other === fact && to === value));
  return flips
    .filter(
      ({ changes }) =>
        !flips.some((one) => one.changes.length < changes.length && holds(changes, one.changes)),
    )
    .map(({ changes, outcome, rule }) => JSON.stringify([Object.fromEntries(changes), outcome, rule]))
    .toSorted();
}

describe('flipSets', () => {
  it('finds for a complete case every smallest change that an exhaustive search finds', () => {
    let found = 0;
    for (let seed = 1; seed <= 1_500; seed++) {
      const random = new Random(seed);
      const table = randomTable(random, { facts: [2, 4], values: [2, 4], rules: [2, 9] });
      const from = random.pick(everyCombination(factsOf(table)));
      const flips = flipSets(table, from).map(({ changes, outcome, rule }) =>
        JSON.stringify([changes, outcome, rule]),
      );
      expect(flips.toSorted(), `seed ${seed}`).toEqual(exhaustive(table, from));
      found += flips.length;
    }
    expect(found).toBeGreaterThan(1_000);
  });

  it('gives the changes of fewest facts first', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = new Random(seed);
      const table = randomTable(random, { facts: [4, 4], values: [2, 3], rules: [6, 9] });
      const sizes = flipSets(table, random.pick(everyCombination(factsOf(table)))).map(
        ({ changes }) => Object.keys(changes).length,
      );
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    }
  });
});
