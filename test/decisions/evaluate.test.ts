import { describe, expect, it } from 'vitest';
import { type Answers, evaluate } from '#decisions/evaluate.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { Random } from '#test/helpers/random.ts';
import { type Combination, decide, everyCombination, factsOf, resultOf } from './brute-force.ts';
import { randomTable, type Size } from './random-table.ts';

const SMALL: Size = { facts: [1, 4], values: [2, 3], rules: [1, 8] };
const MIDDLE: Size = { facts: [3, 6], values: [2, 3], rules: [3, 15] };

/** The verdict on every combination that can occur. */
const verdicts = (table: DecisionTable) =>
  everyCombination(factsOf(table)).flatMap((combination) => {
    const verdict = decide(table, combination);
    return verdict === 'excluded' ? [] : [{ combination, verdict }];
  });
type Rows = ReturnType<typeof verdicts>;

const agrees = ({ combination }: { combination: Combination }, answers: Answers) =>
  Object.entries(answers).every(([fact, value]) => combination[fact] === value);

const result = (verdict: Rows[number]['verdict']) =>
  typeof verdict === 'string' ? verdict : resultOf(verdict);

/** The facts in which two remaining combinations with different results differ, alone. */
function decisive(table: DecisionTable, rows: Rows, answers: Answers): string[] {
  return Object.keys(table.facts).filter((fact) => {
    if (Object.hasOwn(answers, fact)) return false;
    const byRest = new Map<string, string>();
    return rows.some(({ combination, verdict }) => {
      const rest = JSON.stringify({ ...combination, [fact]: '' });
      const known = byRest.get(rest);
      byRest.set(rest, result(verdict));
      return known !== undefined && known !== result(verdict);
    });
  });
}

describe('evaluate', () => {
  it('gives each field as soon as every remaining combination agrees on it', () => {
    for (let seed = 1; seed <= 1_500; seed++) {
      const random = new Random(seed);
      const table = randomTable(random, SMALL);
      const all = verdicts(table);
      for (let round = 0; round < 4; round++) {
        const answers = Object.fromEntries(
          Object.entries(factsOf(table)).flatMap(([fact, values]) =>
            random.chance(0.5) ? [[fact, random.pick(values)]] : [],
          ),
        );
        const rows = all.filter((row) => agrees(row, answers));
        const found = evaluate(table, answers);
        const rules = new Set(rows.map(({ verdict }) => verdict));
        const agreed = (field: 'outcome' | 'id' | 'because' | 'authority' | 'macro' | 'escalation') => {
          const values = new Set(
            [...rules].map((rule) => (typeof rule === 'string' ? null : (rule[field] ?? null))),
          );
          return values.size === 1 ? [...values][0] : null;
        };
        const { outcome, rule, because, authority, macro, escalation, impossible } = found;
        expect({ outcome, rule, because, authority, macro, escalation, impossible }, `seed ${seed}`).toEqual({
          outcome: agreed('outcome'),
          rule: agreed('id'),
          because: agreed('because'),
          authority: agreed('authority'),
          macro: agreed('macro'),
          escalation: agreed('escalation'),
          impossible: rows.length === 0,
        });
        expect(found.rules.map(({ id }) => id)).toEqual(
          table.rules.filter((rule) => rules.has(rule)).map(({ id }) => id),
        );
        const settled = new Set(rows.map(({ verdict }) => result(verdict))).size < 2;
        const open = decisive(table, rows, answers);
        if (settled || open.length > 0) expect(found.open, `seed ${seed}`).toEqual(settled ? [] : open);
        else expect(found.open.length).toBeGreaterThan(0);
      }
    }
  });

  it('leads every combination to its own result and asks nothing that cannot matter', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const table = randomTable(new Random(seed), MIDDLE);
      const all = verdicts(table);
      const walk = (answers: Answers, rows: Rows): void => {
        const { next, open } = evaluate(table, answers);
        const results = new Set(rows.map(({ verdict }) => result(verdict)));
        if (next === null) {
          expect(results.size, `seed ${seed}`).toBe(1);
          return;
        }
        const matters = decisive(table, rows, answers);
        expect(results.size).toBeGreaterThan(1);
        expect(matters.length > 0 ? matters : open, `seed ${seed}`).toContain(next);
        for (const value of factsOf(table)[next] ?? []) {
          const left = rows.filter(({ combination }) => combination[next] === value);
          if (left.length > 0) walk({ ...answers, [next]: value }, left);
        }
      };
      if (all.length > 0) walk({}, all);
    }
  });

  it('asks on average as few questions as any order can', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const table = { ...randomTable(new Random(seed), SMALL), exclusions: [] };
      const rows = verdicts(table);
      const best = (rows: Rows, open: readonly string[]): number =>
        new Set(rows.map(({ verdict }) => result(verdict))).size < 2
          ? 0
          : 1 +
            Math.min(
              ...open.map((fact) =>
                (factsOf(table)[fact] ?? []).reduce((sum, value) => {
                  const left = rows.filter(({ combination }) => combination[fact] === value);
                  return (
                    sum +
                    (left.length / rows.length) *
                      best(
                        left,
                        open.filter((other) => other !== fact),
                      )
                  );
                }, 0),
              ),
            );
      expect(evaluate(table, {}).expected, `seed ${seed}`).toBeCloseTo(best(rows, Object.keys(table.facts)));
    }
  });
});
