import type { DecisionTable, Rule } from '#schemas/decision-template.ts';
import { compileTable } from './compile-table.ts';
import { planInterview } from './interview.ts';
import { tableDiagram } from './table-diagram.ts';

/** Answers to the questions of a table: fact to value. */
export type Answers = Readonly<Record<string, string>>;

/** How a case stands with the answers so far. */
export interface Evaluation {
  /** Each as soon as everything that is still possible agrees on it; null before, and where no rule gives one. */
  outcome: string | null;
  rule: string | null;
  because: string | null;
  authority: string | null;
  macro: string | null;
  escalation: string | null;
  /** The rules that may still decide, in the order of the table. */
  rules: readonly Rule[];
  /** The facts whose answer can still matter to outcome, authority, macro or escalation. */
  open: readonly string[];
  /** The fact to ask next; null where nothing is open. */
  next: string | null;
  /** The mean number of questions that are left, or null where the best order was too far to find. */
  expected: number | null;
  /** Whether an exclusion says that the answers cannot occur together. */
  impossible: boolean;
}

/** Evaluates a table on some or all facts; facts and values that it does not know are ignored. */
export function evaluate(table: DecisionTable, answers: Answers): Evaluation {
  const compiled = compileTable(table);
  const known = new Map(
    compiled.space.flatMap(({ name, values }, fact) => {
      const value = Object.hasOwn(answers, name) ? values.indexOf(answers[name] ?? '') : -1;
      return value < 0 ? [] : [[fact, value] as const];
    }),
  );
  const diagram = tableDiagram(compiled, known);
  const { open, next, expected } = planInterview(diagram);
  const nameOf = (fact: number) => compiled.space[fact]?.name ?? '';
  const rules = diagram.rules.map(({ rule }) => rule);
  const agreed = (field: 'outcome' | 'id' | 'because' | 'authority' | 'macro' | 'escalation') => {
    const value = rules[0]?.[field] ?? null;
    return !diagram.undecided && rules.every((rule) => (rule[field] ?? null) === value) ? value : null;
  };
  return {
    outcome: agreed('outcome'),
    rule: agreed('id'),
    because: agreed('because'),
    authority: agreed('authority'),
    macro: agreed('macro'),
    escalation: agreed('escalation'),
    rules,
    open: open.map(nameOf),
    next: next === undefined ? null : nameOf(next),
    expected: expected ?? null,
    impossible: rules.length === 0 && !diagram.undecided,
  };
}
