import type { DecisionTable, Rule, When } from '#schemas/decision-template.ts';
import type { Random } from '#test/helpers/random.ts';

/** A whole number from `from` to `to`, both included. */
const between = (random: Random, from: number, to: number): number => from + random.below(to - from + 1);

/** Some of the items, at least one. */
function some<T>(random: Random, items: readonly T[]): T[] {
  const chosen = items.filter(() => random.chance(0.5));
  return chosen.length > 0 ? chosen : [random.pick(items)];
}

/** How large the tables are that are made. */
export interface Size {
  facts: [number, number];
  values: [number, number];
  rules: [number, number];
}

/** A fact with the given values. */
export const fact = (values: readonly string[]): DecisionTable['facts'][string] => ({
  ask: 'Which?',
  values: Object.fromEntries(values.map((value) => [value, `It is ${value}.`])),
  evidence: [],
});

/** A rule as a row: conditions and outcome, and what else differs from its defaults. */
export const rule = (id: string, when: When, outcome: string, more: Partial<Rule> = {}): Rule => ({
  id,
  when,
  outcome,
  because: `${id} says so.`,
  ...more,
});

const OUTCOMES = ['overturn', 'uphold', 'modify', 'request-information'];

/**
 * A table with seeded faults: rules from a complete split of all combinations, of which some are dropped (gaps),
 * widened (conflicts, overlaps), repeated lower down (shadows) or made up (anything), and exclusions.
 */
export function randomTable(
  random: Random,
  size: Size,
  shape: 'split' | 'loose' = random.pick(['split', 'loose']),
): DecisionTable {
  const values = (count: number) => Array.from({ length: count }, (_, value) => `v${value}`);
  const facts = Object.fromEntries(
    Array.from({ length: between(random, ...size.facts) }, (_, index) => [
      `f${index}`,
      fact(values(between(random, ...size.values))),
    ]),
  );
  const wanted = between(random, ...size.rules);
  const boxes = shape === 'split' ? faulty(random, facts, split(random, facts, wanted)) : [];
  while (boxes.length < (shape === 'split' ? 1 : wanted)) boxes.push(looseWhen(random, facts));
  const exclusions = Array.from({ length: random.chance(0.4) ? between(random, 1, 3) : 0 }, () => ({
    when: looseWhen(random, facts),
    because: 'It cannot occur.',
  }));
  return {
    hit: random.pick(['unique', 'first']),
    facts,
    exclusions,
    rules: boxes.map((when, index) =>
      rule(`R${index + 1}`, when, random.pick(OUTCOMES.slice(0, 3)), {
        ...(random.chance(0.2) && { authority: 'senior' }),
        ...(random.chance(0.2) && { macro: random.pick(['one', 'two']) }),
        ...(random.chance(0.1) && { escalation: 'lead' }),
      }),
    ),
  };
}

/** A condition on some facts. */
export function looseWhen(random: Random, facts: DecisionTable['facts']): When {
  const names = Object.keys(facts);
  const reads = Math.min(names.length, between(random, 1, 3));
  return Object.fromEntries(
    names
      .toSorted(() => random.next() - 0.5)
      .slice(0, reads)
      .map((name) => [name, some(random, Object.keys(facts[name]?.values ?? {}))]),
  );
}

/** Splits all combinations into about as many conditions as wanted, by cutting one along one fact at a time. */
export function split(random: Random, facts: DecisionTable['facts'], wanted: number): When[] {
  const whens: When[] = [{}];
  for (let tries = 0; whens.length < wanted && tries < wanted * 5; tries++) {
    const at = between(random, 0, whens.length - 1);
    const name = random.pick(Object.keys(facts));
    const when = whens[at] ?? {};
    const all = [when[name] ?? Object.keys(facts[name]?.values ?? {})].flat();
    if (all.length < 2) continue;
    const left = some(random, all.slice(1));
    const right = all.filter((value) => !left.includes(value));
    whens.splice(at, 1, { ...when, [name]: left }, { ...when, [name]: right });
  }
  return whens;
}

function faulty(random: Random, facts: DecisionTable['facts'], whens: When[]): When[] {
  return whens
    .flatMap((when): When[] => {
      const fault = random.next();
      if (fault < 0.1) return [];
      if (fault < 0.2) {
        const dropped = random.pick(Object.keys(when));
        return [Object.fromEntries(Object.entries(when).filter(([name]) => name !== dropped))];
      }
      if (fault < 0.25) return [when, looseWhen(random, facts)];
      return fault < 0.3 ? [when, when] : [when];
    })
    .toSorted(() => random.next() - 0.5);
}
