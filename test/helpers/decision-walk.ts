import type { Answers } from '#decisions/evaluate.ts';
import { replay } from '#decisions/replay.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { type Step, stepOf } from '#site/client/decision/case-step.ts';

/** Every combination of a table's facts that one rule decides, with the id of that rule. */
export function decidedCases(table: DecisionTable): { facts: Answers; rule: string; outcome: string }[] {
  let cases: Answers[] = [{}];
  for (const [fact, { values }] of Object.entries(table.facts)) {
    cases = cases.flatMap((facts) => Object.keys(values).map((value) => ({ ...facts, [fact]: value })));
  }
  return cases.flatMap((facts) => {
    const decided = replay(table, facts);
    return decided.kind === 'decided' ? [{ facts, rule: decided.rule, outcome: decided.outcome }] : [];
  });
}

/** Which fact to ask next; null ends the walk. */
type Order = (step: Step) => string | null;

/** The order of the page. */
export const pageOrder: Order = ({ next }) => next;

/** The order in which the author listed the facts, leaving out what can no longer matter. */
export const handOrder: Order = ({ next, open }) => (next === null ? null : (open[0] ?? null));

/** Walks cases through the steps of the page; steps are worked out once for the same answers. */
export function walker(
  table: DecisionTable,
): (facts: Answers, order: Order) => { asked: string[]; step: Step } {
  const steps = new Map<string, Step>();
  return (facts, order) => {
    const answers = new Map<string, string>();
    for (;;) {
      const key = JSON.stringify([...answers].sort());
      const step = steps.get(key) ?? stepOf(table, answers);
      steps.set(key, step);
      const fact = order(step);
      if (fact === null) return { asked: [...answers.keys()], step };
      answers.set(fact, facts[fact] ?? '');
    }
  };
}
