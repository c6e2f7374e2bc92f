import type { DecisionTable, Rule } from '#schemas/decision-template.ts';
import { type Condition, type FactSpace, factSpaceOf, readWhen } from './fact-space.ts';

/** A rule over an indexed space. */
export interface CompiledRule extends Condition {
  rule: Rule;
  /** Its place in the table, from 0. */
  index: number;
  /** Two rules have the same result when outcome, authority, macro and escalation agree. */
  result: string;
}

/** An exclusion over an indexed space. */
export interface CompiledExclusion extends Condition {
  because: string;
  /** Its place in the table, from 0. */
  index: number;
}

/** A table over an indexed space. */
export interface CompiledTable {
  space: FactSpace;
  /** Whether the first rule that matches decides; otherwise no two may disagree. */
  first: boolean;
  rules: readonly CompiledRule[];
  exclusions: readonly CompiledExclusion[];
}

/** Indexes a table; rules and exclusions whose conditions name what does not exist are left out. */
export function compileTable(table: DecisionTable): CompiledTable {
  const space = factSpaceOf(table);
  return {
    space,
    first: table.hit === 'first',
    rules: table.rules.flatMap((rule, index) => {
      const condition = readWhen(space, rule.when);
      return condition ? [{ ...condition, rule, index, result: resultOf(rule) }] : [];
    }),
    exclusions: table.exclusions.flatMap(({ when, because }, index) => {
      const condition = readWhen(space, when);
      return condition ? [{ ...condition, because, index }] : [];
    }),
  };
}

const resultOf = ({ outcome, authority, macro, escalation }: Rule): string =>
  JSON.stringify([outcome, authority, macro, escalation]);
