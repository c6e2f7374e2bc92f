import { describe, expect, test } from 'vitest';
import type { Answers } from '#decisions/evaluate.ts';
import { flipSets } from '#decisions/flip-sets.ts';
import { replay } from '#decisions/replay.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { Random } from '#test/helpers/random.ts';

/** A small random table: with hit policy `first`, or `unique` with whatever conflicts it has. */
function randomTable(random: Random): DecisionTable {
  const facts: DecisionTable['facts'] = {};
  for (let fact = 0; fact < 3 + random.below(3); fact++) {
    const values = Object.fromEntries(
      ['a', 'b', 'c'].slice(0, 2 + random.below(2)).map((value) => [value, `${value}.`]),
    );
    facts[`f${fact}`] = { ask: 'So?', values, evidence: [] };
  }
  const when = (chance: number) =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(() => random.chance(chance))
        .map(([fact, { values }]) => [
          fact,
          Object.keys(values).filter((_, index) => index === 0 || random.chance(0.4)),
        ]),
    );
  const rules = Array.from({ length: 2 + random.below(6) }, (_, index) => ({
    id: `R${index + 1}`,
    when: when(0.4),
    outcome: random.pick(['uphold', 'overturn', 'modify']),
    because: 'So.',
  }));
  rules.push({ id: 'R99', when: {}, outcome: 'escalate', because: 'So.' });
  const exclusions = Array.from({ length: random.below(3) }, () => ({ when: when(0.6), because: 'So.' }));
  return { hit: random.chance(0.8) ? 'first' : 'unique', facts, exclusions, rules };
}

/** All completions of some answers. */
function completions({ facts }: DecisionTable, answers: Answers): Answers[] {
  let cases: Answers[] = [answers];
  for (const [fact, { values }] of Object.entries(facts)) {
    if (!Object.hasOwn(answers, fact)) {
      cases = cases.flatMap((one) => Object.keys(values).map((value) => ({ ...one, [fact]: value })));
    }
  }
  return cases;
}

/** The outcome that every completion which can occur has, case by case; undefined where they disagree. */
function outcomeOf(table: DecisionTable, answers: Answers): string | undefined {
  const outcomes = new Set<string | undefined>();
  for (const one of completions(table, answers)) {
    const decided = replay(table, one);
    if (decided.kind !== 'excluded') outcomes.add(decided.kind === 'decided' ? decided.outcome : undefined);
  }
  const [outcome] = outcomes;
  return outcomes.size === 1 ? outcome : undefined;
}

/** Every change of up to three facts, tried one by one. */
function exhaustive(table: DecisionTable, answers: Answers): string[] {
  const now = outcomeOf(table, answers);
  if (now === undefined) return [];
  const flips: Answers[] = [];
  const outcomes: string[] = [];
  const names = Object.keys(table.facts);
  const subsets = names
    .reduce<string[][]>((sets, name) => sets.flatMap((set) => [set, [...set, name]]), [[]])
    .filter(({ length }) => length > 0 && length <= 3)
    .sort((a, b) => a.length - b.length);
  for (const subset of subsets) {
    for (const changes of completions(
      {
        ...table,
        facts: Object.fromEntries(Object.entries(table.facts).filter(([name]) => subset.includes(name))),
      },
      {},
    )) {
      if (subset.some((name) => changes[name] === answers[name])) continue;
      if (flips.some((smaller) => Object.entries(smaller).every(([name, value]) => changes[name] === value)))
        continue;
      const outcome = outcomeOf(table, { ...answers, ...changes });
      if (outcome === undefined || outcome === now) continue;
      flips.push(changes);
      outcomes.push(`${JSON.stringify(changes)} ${outcome}`);
    }
  }
  return outcomes.sort();
}

describe('flip sets of a case in which some facts are open', () => {
  test('are those that an exhaustive search finds', () => {
    const random = new Random(7);
    let flips = 0;
    let open = 0;
    for (let round = 0; round < 800; round++) {
      const table = randomTable(random);
      for (let k = 0; k < 4; k++) {
        const answers = Object.fromEntries(
          Object.entries(table.facts)
            .filter(() => random.chance(0.7))
            .map(([fact, { values }]) => [fact, random.pick(Object.keys(values))]),
        );
        const expected = exhaustive(table, answers);
        flips += expected.length;
        if (expected.length > 0 && Object.keys(answers).length < Object.keys(table.facts).length) open++;
        const found = flipSets(table, answers).map(
          ({ changes, outcome }) => `${JSON.stringify(changes)} ${outcome}`,
        );
        expect(found.sort(), JSON.stringify({ table, answers })).toEqual(expected);
      }
    }
    expect(flips).toBeGreaterThan(1000);
    expect(open).toBeGreaterThan(200);
  });

  test('name the one rule that would decide, or none where open facts choose it', () => {
    const fact = { ask: 'So?', values: { no: 'No.', yes: 'Yes.' }, evidence: [] };
    const table: DecisionTable = {
      hit: 'unique',
      facts: { a: fact, b: fact },
      exclusions: [],
      rules: [
        { id: 'R1', when: { a: 'no' }, outcome: 'uphold', because: 'So.' },
        { id: 'R2', when: { a: 'yes', b: 'no' }, outcome: 'overturn', because: 'So.' },
        { id: 'R3', when: { a: 'yes', b: 'yes' }, outcome: 'overturn', because: 'So.' },
      ],
    };
    expect(flipSets(table, { a: 'no' })).toEqual([
      { changes: { a: 'yes' }, outcome: 'overturn', rule: null },
    ]);
    expect(flipSets(table, { a: 'no', b: 'yes' })).toEqual([
      { changes: { a: 'yes' }, outcome: 'overturn', rule: 'R3' },
    ]);
    expect(flipSets(table, { b: 'yes' })).toEqual([]);
  });
});
