import { expect, test } from 'vitest';
import { barrier, stepOf } from '#site/client/decision/case-step.ts';
import { smallCase } from './small-case.ts';

const { table } = smallCase;
const step = (answers: Record<string, string>) => {
  const { outcome, rules, next, total, impossible, barriers, reasonFact } = stepOf(
    table,
    new Map(Object.entries(answers)),
  );
  return {
    outcome,
    rules: rules.map(({ id }) => id),
    next,
    total: total.count,
    impossible,
    barriers,
    reasonFact,
  };
};
const settled = { next: null, impossible: false, barriers: [], reasonFact: null };

test.each([
  [
    'nothing is known',
    {},
    {
      outcome: null,
      rules: ['R1', 'R2', 'R3', 'R4'],
      next: 'authenticity',
      total: 1,
      impossible: false,
      barriers: [],
      reasonFact: null,
    },
  ],
  [
    'one answer settles it',
    { authenticity: 'verified' },
    { ...settled, outcome: 'overturn', rules: ['R1'], total: 1 },
  ],
  [
    'the result is settled and the reason is not',
    { authenticity: 'refuted' },
    { ...settled, outcome: 'uphold', rules: ['R3', 'R4'], total: 1, reasonFact: 'strikes' },
  ],
  [
    'the reason is settled too',
    { authenticity: 'refuted', strikes: '1+' },
    { ...settled, outcome: 'uphold', rules: ['R4'], total: 2 },
  ],
  [
    'the answers cannot occur together',
    { authenticity: 'verified', provenance: 'none' },
    {
      ...settled,
      outcome: null,
      rules: [],
      total: 2,
      impossible: true,
      barriers: ['Whoever verifies sees the chain.'],
    },
  ],
])('where %s', (_, answers, expected) => {
  expect(step(answers)).toEqual(expected);
});

test('a value that the other answers rule out is barred, with the reason', () => {
  const answers = new Map([['provenance', 'none']]);
  expect(barrier(table, answers, 'authenticity', 'verified')).toBe('Whoever verifies sees the chain.');
  expect(barrier(table, answers, 'authenticity', 'refuted')).toBeUndefined();
});
