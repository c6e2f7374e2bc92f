import type { When } from '#schemas/decision-template.ts';

/** One cell of a table of rules: the values that match, or none where any does. */
export interface RuleCell {
  values: string[];
  /** How many rows it stands for; 0 where the cell above covers it. */
  span: number;
}

/** The conditions of one rule for one fact; an absent fact matches any value. */
function valuesOf(when: When, fact: string): string[] {
  const given = Object.hasOwn(when, fact) ? when[fact] : undefined;
  return given === undefined ? [] : [given].flat();
}

/** Rows of cells, one a rule and one a fact; equal conditions of neighbouring rules become one tall cell, "any" stays apart. */
export function ruleCells(rules: readonly { when: When }[], facts: readonly string[]): RuleCell[][] {
  const rows = rules.map(({ when }) => facts.map((fact) => ({ values: valuesOf(when, fact), span: 1 })));
  for (const column of facts.keys()) {
    let top: RuleCell | undefined;
    for (const row of rows) {
      const cell = row[column];
      if (!cell) continue;
      const same = top !== undefined && cell.values.length > 0 && cell.values.join() === top.values.join();
      if (same && top) {
        top.span += 1;
        cell.span = 0;
      } else top = cell;
    }
  }
  return rows;
}
