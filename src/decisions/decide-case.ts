import type { DecisionTable } from '#schemas/decision-template.ts';
import { type Answers, evaluate } from './evaluate.ts';
import { type Replay, replay } from './replay.ts';

/** What a table says about a case whose facts may have been established for another table. */
export type CaseDecision =
  | { kind: 'decided'; outcome: string; rule: string; because: string }
  | Exclude<Replay, { kind: 'decided' }>;

/**
 * Decides a case by a table. Facts that the table no longer asks for are left out, and where it asks for more, the case
 * is decided as soon as every answer would lead to the same outcome.
 */
export function decideCase(table: DecisionTable, facts: Answers): CaseDecision {
  const known = Object.fromEntries(
    Object.entries(facts).filter(([name]) => Object.hasOwn(table.facts, name)),
  );
  const found = replay(table, known);
  if (found.kind === 'decided') {
    const rule = table.rules.find(({ id }) => id === found.rule);
    return { ...found, because: rule?.because ?? '' };
  }
  if (found.kind !== 'incomplete' || found.unknownValues.length > 0) return found;
  const evaluation = tryEvaluate(table, known);
  const [rule, ...others] = evaluation?.rules ?? [];
  if (!rule || evaluation?.outcome == null) return found;
  const rules = [rule, ...others].map(({ id }) => id);
  return { kind: 'decided', outcome: evaluation.outcome, rule: rules.join(' or '), because: rule.because };
}

/** Undefined where the diagram of what is still possible grows too large. */
function tryEvaluate(table: DecisionTable, facts: Answers) {
  try {
    return evaluate(table, facts);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
