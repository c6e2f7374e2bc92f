import type { DecisionTable } from '#schemas/decision-template.ts';

/** What an edit adds and what it removes. */
interface Changes<T> {
  added: T[];
  removed: T[];
}

/** How an edit changes what can be asked and what can occur. */
export interface SpaceChanges {
  /** By name. */
  facts: Changes<string>;
  /** Of facts that both tables have. */
  values: Changes<{ fact: string; value: string }>;
  exclusions: Changes<DecisionTable['exclusions'][number]>;
}

/** Facts, values and exclusions that only one of two tables has; an exclusion is the same while its condition is. */
export function spaceChanges(before: DecisionTable, after: DecisionTable): SpaceChanges {
  return {
    facts: { added: factsMissing(before, after), removed: factsMissing(after, before) },
    values: { added: valuesMissing(before, after), removed: valuesMissing(after, before) },
    exclusions: { added: exclusionsMissing(before, after), removed: exclusionsMissing(after, before) },
  };
}

const factsMissing = (from: DecisionTable, of: DecisionTable): string[] =>
  Object.keys(of.facts).filter((name) => !Object.hasOwn(from.facts, name));

const valuesMissing = (from: DecisionTable, of: DecisionTable): { fact: string; value: string }[] =>
  Object.entries(of.facts).flatMap(([fact, { values }]) => {
    const known = Object.hasOwn(from.facts, fact) ? from.facts[fact]?.values : undefined;
    return known
      ? Object.keys(values).flatMap((value) => (Object.hasOwn(known, value) ? [] : [{ fact, value }]))
      : [];
  });

const exclusionsMissing = (from: DecisionTable, of: DecisionTable): DecisionTable['exclusions'] => {
  const known = new Set(from.exclusions.map(conditionText));
  return of.exclusions.filter((exclusion) => !known.has(conditionText(exclusion)));
};

/** Equal for conditions that name the same facts and values, in whatever order they are written. */
const conditionText = ({ when }: DecisionTable['exclusions'][number]): string =>
  JSON.stringify(
    Object.entries(when)
      .map(([fact, values]) => [fact, [values].flat().toSorted()])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
