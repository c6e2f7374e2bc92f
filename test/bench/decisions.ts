import { analyse } from '#decisions/analyse.ts';
import { compileTable } from '#decisions/compile-table.ts';
import { verdictOf } from '#decisions/verdict.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { fact, looseWhen, rule, split } from '#test/decisions/random-table.ts';
import { Random } from '#test/helpers/random.ts';

/** One line of the measurement, as it is printed. */
export interface Row {
  table: string;
  facts: number;
  rules: number;
  combinations: string;
  /** What was found, so that nobody measures an empty run. */
  gaps: string;
  meetings: number;
  analysisMs: number;
  /** Undefined where going through every combination is not feasible. */
  bruteForceMs: number | undefined;
  /** Brute force by analysis. */
  ratio: number | undefined;
}

/** The most combinations that brute force goes through. */
const FEASIBLE = 600_000n;

const shapes: readonly [facts: number, rules: number][] = [
  [6, 15],
  [8, 20],
  [10, 40],
  [12, 60],
  [20, 100],
  [30, 200],
  [40, 300],
];

/**
 * Measures the analysis of complete splits with five rules dropped and five widened, and of rules without any
 * structure, by facts (of three values) and rules, against visiting every combination.
 */
export function bench(): Row[] {
  measure('warm-up', faultySplit(8, 20));
  return shapes.flatMap(([facts, rules]) => [
    measure('split with faults', faultySplit(facts, rules)),
    measure('loose rules, first', loose(facts, rules)),
  ]);
}

function measure(name: string, table: DecisionTable): Row {
  const start = performance.now();
  const { combinations, gaps, conflicts, orderDependent, overlaps } = analyse(table);
  const analysisMs = performance.now() - start;
  const bruteForceMs = combinations <= FEASIBLE ? bruteForce(table) : undefined;
  return {
    table: name,
    facts: Object.keys(table.facts).length,
    rules: table.rules.length,
    combinations: combinations <= FEASIBLE ? String(combinations) : Number(combinations).toExponential(1),
    gaps: `${gaps.unlisted === undefined ? 'at least ' : ''}${gaps.count <= FEASIBLE ? gaps.count : Number(gaps.count).toExponential(1)} in ${gaps.boxes.length} boxes`,
    meetings: conflicts.length + orderDependent.length + overlaps.length,
    analysisMs: rounded(analysisMs),
    bruteForceMs: bruteForceMs && rounded(bruteForceMs),
    ratio: bruteForceMs && rounded(bruteForceMs / analysisMs),
  };
}

const rounded = (number: number): number => Number(number.toPrecision(3));

/** The time of deciding every combination, one after the other. */
function bruteForce(table: DecisionTable): number {
  const start = performance.now();
  const compiled = compileTable(table);
  const values = compiled.space.map(() => 0);
  for (let fact = 0; fact < values.length; ) {
    verdictOf(compiled, values);
    for (fact = 0; fact < values.length; fact++) {
      const next = (values[fact] ?? 0) + 1;
      values[fact] = next < (compiled.space[fact]?.values.length ?? 0) ? next : 0;
      if (values[fact] !== 0) break;
    }
  }
  return performance.now() - start;
}

const factsOf = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, fact(['a', 'b', 'c'])]));

function faultySplit(count: number, rules: number): DecisionTable {
  const random = new Random(count * 1_000 + rules);
  const facts = factsOf(count);
  const whens = split(random, facts, rules + 5)
    .slice(5)
    .map((when, index) => (index < 5 ? Object.fromEntries(Object.entries(when).slice(1)) : when));
  return { hit: 'unique', facts, exclusions: [], rules: whens.map((when, index) => numbered(when, index)) };
}

function loose(count: number, rules: number): DecisionTable {
  const random = new Random(count * 1_000 + rules);
  const facts = factsOf(count);
  const whens = Array.from({ length: rules }, () => looseWhen(random, facts));
  return { hit: 'first', facts, exclusions: [], rules: whens.map((when, index) => numbered(when, index)) };
}

const numbered = (when: DecisionTable['rules'][number]['when'], index: number) =>
  rule(`R${index + 1}`, when, ['overturn', 'uphold', 'modify'][index % 3] ?? '');
