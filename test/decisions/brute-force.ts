import type { DecisionTable, Rule, When } from '#schemas/decision-template.ts';

/** One combination: every fact to a value. */
export type Combination = Record<string, string>;

/** Every combination of a table, one by one: the oracle of everything that the engine does without. */
export function everyCombination(facts: Record<string, readonly string[]>): Combination[] {
  return Object.entries(facts).reduce<Combination[]>(
    (all, [name, values]) =>
      all.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}

/** The facts of a table with their values. */
export const factsOf = (table: DecisionTable): Record<string, string[]> =>
  Object.fromEntries(Object.entries(table.facts).map(([name, { values }]) => [name, Object.keys(values)]));

export const matches = (when: When, combination: Combination): boolean =>
  Object.entries(when).every(([name, wanted]) => [wanted].flat().includes(combination[name] ?? ''));

export const isExcluded = (table: DecisionTable, combination: Combination): boolean =>
  table.exclusions.some(({ when }) => matches(when, combination));

export const matching = (table: DecisionTable, combination: Combination): Rule[] =>
  table.rules.filter(({ when }) => matches(when, combination));

/** What makes two rules the same to whoever acts on them. */
export const resultOf = ({ outcome, authority, macro, escalation }: Rule): string =>
  [outcome, authority, macro, escalation].join('|');

/** The rule that decides, or why none does. */
export function decide(
  table: DecisionTable,
  combination: Combination,
): Rule | 'excluded' | 'gap' | 'conflict' {
  if (isExcluded(table, combination)) return 'excluded';
  const rules = matching(table, combination);
  const [first] = rules;
  if (!first) return 'gap';
  if (table.hit === 'unique' && rules.some((other) => resultOf(other) !== resultOf(first))) return 'conflict';
  return first;
}

/** A text that is the same for equal combinations only. */
export const keyOf = (combination: Combination): string => Object.values(combination).join();
