import { type Evaluation, evaluate } from '#decisions/evaluate.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import type { Case } from './case-fragment.ts';

/** Where a case stands: what is asked next, or what is decided. */
export interface Step extends Pick<Evaluation, 'outcome' | 'rules' | 'open'> {
  /** The fact to ask; null where nothing that is open can still change outcome, authority, macro or escalation. */
  next: string | null;
  /** About how many questions the whole case takes, and whether that is the most rather than the mean. */
  total: { count: number; atMost: boolean };
  /** Whether the answers cannot occur together, and the reasons of the exclusions that say so by themselves. */
  impossible: boolean;
  barriers: string[];
  /** For a decided case whose reason is not settled yet: the fact that tells the reasons apart best. */
  reasonFact: string | null;
}

/** Decides how a case goes on. */
export function stepOf(table: DecisionTable, answers: Case): Step {
  const known = Object.fromEntries(answers);
  const { outcome, rules, open, next, expected, impossible } = evaluate(table, known);
  const left = expected === null ? open.length : Math.max(Math.round(expected), next === null ? 0 : 1);
  return {
    outcome,
    rules,
    open,
    next,
    total: { count: answers.size + left, atMost: expected === null },
    impossible,
    barriers: barriers(table, answers),
    reasonFact: next === null && rules.length > 1 ? evaluate(byReason(table), known).next : null,
  };
}

/** Why a value cannot be the answer to a question beside the other answers; undefined where it can. */
export const barrier = (
  table: DecisionTable,
  answers: Case,
  fact: string,
  value: string,
): string | undefined => barriers(table, new Map([...answers, [fact, value]])).at(0);

/** The reasons of the exclusions that rule out the answers whatever else is so. */
const barriers = ({ exclusions }: DecisionTable, answers: Case): string[] =>
  exclusions
    .filter(({ when }) =>
      Object.entries(when).every(([fact, values]) => [values].flat().includes(answers.get(fact) ?? '')),
    )
    .map(({ because }) => because);

/** The same table where every rule is a result of its own. */
const byReason = (table: DecisionTable): DecisionTable => ({
  ...table,
  rules: table.rules.map((rule) => ({ ...rule, macro: rule.id })),
});
