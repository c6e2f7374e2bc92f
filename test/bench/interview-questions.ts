import { evaluate } from '#decisions/evaluate.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { decidedCases, handOrder, pageOrder, walker } from '#test/helpers/decision-walk.ts';

/** One line of the measurement, as it is printed: mean numbers of questions over every case that can occur. */
export interface Row {
  template: string;
  cases: number;
  facts: number;
  handOrder: number;
  interview: number;
  /** The mean of the best order there is; undefined where it was too far to find. */
  optimum: number | undefined;
}

/** Measures how many questions a case takes by the page and in the order in which the author listed the facts. */
export async function bench(): Promise<Row[]> {
  const { playbook } = await readPlaybook(projectRoot);
  return (playbook?.ofType('decision-templates') ?? []).map(({ slug, data }) => {
    const cases = decidedCases(data);
    const walk = walker(data);
    const mean = (order: typeof pageOrder) =>
      rounded(cases.reduce((sum, { facts }) => sum + walk(facts, order).asked.length, 0) / cases.length);
    const { expected } = evaluate(data, {});
    return {
      template: slug,
      cases: cases.length,
      facts: Object.keys(data.facts).length,
      handOrder: mean(handOrder),
      interview: mean(pageOrder),
      optimum: expected === null ? undefined : rounded(expected),
    };
  });
}

const rounded = (number: number): number => Number(number.toFixed(2));
