import { describe, expect, test } from 'vitest';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { decidedCases, pageOrder, walker } from '#test/helpers/decision-walk.ts';

const { playbook } = await readPlaybook(projectRoot);
const templates = (playbook?.ofType('decision-templates') ?? []).map(
  ({ slug, data }) => [slug, data] as const,
);

describe.each(templates)('an interview by %s', (_slug, table) => {
  const cases = decidedCases(table);
  const walk = walker(table);
  const resultOf = (id: string) => {
    const rule = table.rules.find((rule) => rule.id === id);
    return JSON.stringify([rule?.outcome, rule?.authority, rule?.macro, rule?.escalation]);
  };

  test('ends every case that can occur in the outcome of the table', () => {
    const wrong = cases.filter(({ facts, rule, outcome }) => {
      const { step } = walk(facts, pageOrder);
      return step.outcome !== outcome || !step.rules.some(({ id }) => id === rule);
    });
    expect(cases.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test('asks on while cases with the same answers end differently, and not one question longer', () => {
    const ends = new Map(
      cases.map(({ facts }) => {
        const answers = walk(facts, pageOrder).asked.map((fact) => [fact, facts[fact]] as const);
        return [JSON.stringify(answers), answers];
      }),
    );
    const results = (answers: readonly (readonly [string, string | undefined])[]) =>
      new Set(
        cases
          .filter(({ facts }) => answers.every(([fact, value]) => facts[fact] === value))
          .map(({ rule }) => resultOf(rule)),
      ).size;
    const wrong = [...ends.values()].filter(
      (answers) => results(answers) !== 1 || (answers.length > 0 && results(answers.slice(0, -1)) === 1),
    );
    expect(wrong).toEqual([]);
  });
});

test('there are templates to walk', () => {
  expect(templates.length).toBeGreaterThan(0);
});
