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

/** A part of the combinations of two spaces, small enough to be compared. */
export interface UnionPart {
  space: FactSpace;
  /** Names of the facts of which it has only some values; the other parts have the rest. */
  partial: ReadonlySet<string>;
}

/**
 * The facts of two spaces, each with all values of both; those of the second space that are new come last. They make
 * one part, unless both together have more values of a fact than a mask has bits: then its values are dealt out.
 */
export function unionOf(a: FactSpace, b: FactSpace): UnionPart[] {
  const names = [...new Set([...a, ...b].map(({ name }) => name))];
  return names.reduce<UnionPart[]>(
    (parts, name) => {
      const values = [...new Set([...a, ...b].flatMap((axis) => (axis.name === name ? axis.values : [])))];
      const few = values.length <= MOST_VALUES;
      const groups = few ? [values] : [values.slice(0, MOST_VALUES), values.slice(MOST_VALUES)];
      return parts.flatMap(({ space, partial }) =>
        groups.map((group) => ({
          space: [...space, axisOf(name, group)],
          partial: few ? partial : new Set([...partial, name]),
        })),
      );
    },
    [{ space: [], partial: new Set() }],
  );
}

/**
 * A table over a part of a union that it belongs to: other facts are free in it, and values that it does not have
 * excluded. Conditions on values of other parts alone are left out.
 */
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
  const isHere = ({ masks }: Condition) => !masks.includes(0);
  return {
    space: union,
    first,
    rules: rules.map(widened).filter(isHere),
    exclusions: [...missing, ...exclusions.map(widened).filter(isHere)],
  };
}
