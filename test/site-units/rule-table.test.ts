import { expect, test } from 'vitest';
import { ruleCells } from '#site/views/rule-table.ts';

const drawn = (whens: Record<string, string | string[]>[], facts: string[]) =>
  ruleCells(
    whens.map((when) => ({ when })),
    facts,
  ).map((row) =>
    row.map(({ values, span }) =>
      span === 0 ? '|' : `${values.join('/') || '.'}${span > 1 ? ` x${span}` : ''}`,
    ),
  );

test('equal conditions of neighbouring rules become one cell, and "any" stays apart', () => {
  const rules: Record<string, string | string[]>[] = [
    { authenticity: 'verified' },
    { authenticity: 'unverified', provenance: 'complete' },
    { authenticity: 'unverified', provenance: ['partial', 'none'] },
    { authenticity: 'refuted' },
  ];
  expect(drawn(rules, ['authenticity', 'provenance', 'strikes'])).toEqual([
    ['verified', '.', '.'],
    ['unverified x2', 'complete', '.'],
    ['|', 'partial/none', '.'],
    ['refuted', '.', '.'],
  ]);
});

test('a value that comes back after another is a cell of its own', () => {
  expect(drawn([{ a: 'x' }, { a: 'y' }, { a: 'x' }, { a: 'x' }], ['a'])).toEqual([
    ['x'],
    ['y'],
    ['x x2'],
    ['|'],
  ]);
});

test('the same values in another order are told apart, as the author wrote them', () => {
  expect(drawn([{ a: ['x', 'y'] }, { a: ['y', 'x'] }], ['a'])).toEqual([['x/y'], ['y/x']]);
});

test('a fact named like a property of every object is any, unless the rule names it', () => {
  expect(drawn([{}, { constructor: 'x' }], ['constructor'])).toEqual([['.'], ['x']]);
});
