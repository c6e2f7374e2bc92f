import type { DecisionTable, When } from '#schemas/decision-template.ts';

/** The most values that one fact may have: a set of them is the bits of one non-negative number. */
export const MOST_VALUES = 31;

/** One fact with its values in order; bit v of a mask stands for value v, and `all` is the mask of every value. */
export interface Axis {
  name: string;
  values: readonly string[];
  all: number;
}

/** The facts that span the combinations, in the order of asking by hand. */
export type FactSpace = readonly Axis[];

/** A set of combinations: for each fact of a space, in its order, the mask of the values that belong. */
export type Masks = readonly number[];

/** A box with the facts on which it does not take every value. */
export interface Condition {
  masks: Masks;
  reads: readonly number[];
}

/** The same set as people and JSON see it: fact to values; a fact left out means any. */
export type Box = Record<string, string[]>;

/** One fact of a space, from its name and values. */
export const axisOf = (name: string, values: readonly string[]): Axis => ({
  name,
  values,
  all: 2 ** values.length - 1,
});

/** The space of a table's facts; each has at most MOST_VALUES values. */
export const factSpaceOf = (table: DecisionTable): FactSpace =>
  Object.entries(table.facts).map(([name, fact]) => axisOf(name, Object.keys(fact.values)));

/** Every combination of a space. */
export const everything = (space: FactSpace): number[] => space.map((axis) => axis.all);

/** What two boxes have in common, or undefined where they have nothing. */
export function meet(a: Masks, b: Masks): Masks | undefined {
  const both: number[] = [];
  for (const [fact, mask] of a.entries()) {
    const common = mask & (b[fact] ?? 0);
    if (common === 0) return undefined;
    both.push(common);
  }
  return both;
}

/** A box of a space as a condition. */
export const conditionOf = (space: FactSpace, masks: Masks): Condition => ({
  masks,
  reads: [...space.keys()].filter((fact) => masks[fact] !== space[fact]?.all),
});

/**
 * The combinations that a `when` means. Values that do not exist are left out of it; undefined where it names
 * a fact that does not exist, or only values that do not.
 */
export function readWhen(space: FactSpace, when: When): Condition | undefined {
  const masks = everything(space);
  for (const [name, wanted] of Object.entries(when)) {
    const fact = space.findIndex((axis) => axis.name === name);
    const axis = space[fact];
    if (!axis) return undefined;
    let mask = 0;
    for (const value of [wanted].flat()) {
      const index = axis.values.indexOf(value);
      if (index >= 0) mask |= 1 << index;
    }
    if (mask === 0) return undefined;
    masks[fact] = mask;
  }
  return conditionOf(space, masks);
}
