import { expect, test } from 'vitest';
import { boundaryPairs, nearPrecedents } from '#site/client/decision/near-precedents.ts';
import type { PrecedentData } from '#site/views/decision-data.ts';

const precedent = (
  title: string,
  facts: Record<string, string>,
  outcome: string,
  more = {},
): PrecedentData => ({
  title,
  path: `/precedents/${title}/`,
  facts,
  outcome,
  teaches: 'A point.',
  rule: 'R1',
  overturned: undefined,
  ...more,
});

const overturned = { date: '2026-05-01', reason: 'The rule changed.' };
const precedents = [
  precedent('same', { a: 'yes', b: 'no' }, 'uphold'),
  precedent('against', { a: 'yes', b: 'yes' }, 'overturn', { rule: 'R2' }),
  precedent('other-case', { a: 'no', b: 'no' }, 'uphold'),
  precedent('far', { a: 'no', b: 'yes' }, 'overturn', { rule: 'R3' }),
  precedent('old', { a: 'yes', b: 'no' }, 'overturn', { overturned }),
];

test('precedents stand beside a case by their facts, their rule, or one fact that differs', () => {
  const answers = new Map([
    ['a', 'yes'],
    ['b', 'no'],
  ]);
  const near = nearPrecedents({ precedents }, answers, 'uphold', [{ id: 'R1' }]);
  expect({
    sameFacts: near.sameFacts.map(({ title }) => title),
    sameRule: near.sameRule.map(({ title }) => title),
    oneApart: near.oneApart.map(({ precedent, fact }) => `${precedent.title} ${fact}`),
    history: near.history.map(({ title }) => title),
  }).toEqual({ sameFacts: ['same'], sameRule: ['other-case'], oneApart: ['against b'], history: ['old'] });
});

test('a fact that was never asked does not keep a precedent from matching', () => {
  const { sameFacts } = nearPrecedents({ precedents }, new Map([['a', 'yes']]), 'uphold', [{ id: 'R1' }]);
  expect(sameFacts.map(({ title }) => title)).toEqual(['same', 'against']);
});

test('a boundary pair differs in the fact alone and in the outcome; history is none', () => {
  const pairs = (fact: string) =>
    boundaryPairs({ precedents }, fact).map((pair) => pair.map(({ title }) => title));
  expect(pairs('b')).toEqual([
    ['same', 'against'],
    ['other-case', 'far'],
  ]);
  expect(pairs('a')).toEqual([]);
});
