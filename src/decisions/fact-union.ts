import type { DecisionTable } from '#schemas/decision-template.ts';
import { type CompiledTable, compileTable } from './compile-table.ts';
import {
  axisOf,
  type Condition,
  conditionOf,
  everything,
  type FactSpace,
  MOST_VALUES,
} from './fact-space.ts';

/** The facts of two spaces, each with all values of both; those of the second space that are new come last. */
export function unionOf(a: FactSpace, b: FactSpace): FactSpace {
  const names = new Set([...a, ...b].map(({ name }) => name));
  return [...names].map((name) => {
    const values = new Set([...a, ...b].flatMap((axis) => (axis.name === name ? axis.values : [])));
    if (values.size > MOST_VALUES) throw new RangeError(`Fact ${name} has more than ${MOST_VALUES} values`);
    return axisOf(name, [...values]);
  });
}

/** A table over a space that holds its own: other facts are free in it, and values that it does not have excluded. */
export function inUnion(table: DecisionTable, union: FactSpace): CompiledTable {
  const { space, rules, exclusions, first } = compileTable(table);
  const own = union.map(({ name }) => space.findIndex((axis) => axis.name === name));
  const widened = <T extends Condition>(condition: T): T => ({
    ...condition,
    ...conditionOf(
      union,
      union.map(({ values, all }, fact) => {
        const axis = space[own[fact] ?? -1];
        const mask = condition.masks[own[fact] ?? -1] ?? 0;
        if (!axis || mask === axis.all) return all;
        const holds = (value: string) => axis.values.some((one, at) => one === value && (mask >> at) & 1);
        return values.reduce((sum, one, value) => (holds(one) ? sum | (1 << value) : sum), 0);
      }),
    ),
  });
  const missing = union.flatMap(({ name, values }, fact) => {
    const axis = space[own[fact] ?? -1];
    return values.flatMap((one, value) =>
      !axis || axis.values.includes(one)
        ? []
        : [
            {
              because: `The table has no value ${one} of ${name}.`,
              index: -1,
              ...conditionOf(union, everything(union).with(fact, 1 << value)),
            },
          ],
    );
  });
  return {
    space: union,
    first,
    rules: rules.map(widened),
    exclusions: [...missing, ...exclusions.map(widened)],
  };
}
