import { expect, test } from 'vitest';
import { fits, readState, writeState } from '#site/list-state.ts';

test('a state survives the way through the address', () => {
  const state = { q: 'proof & origin', outcome: 'overturn', sort: 'due' };
  expect(readState(writeState(state), ['q', 'outcome', 'sort'])).toEqual(state);
});

test.each([
  [{ q: '', outcome: '' }, ''],
  [{ q: 'a b', outcome: 'uphold' }, '?q=a+b&outcome=uphold'],
])('%j is written as "%s"', (state, query) => {
  expect(writeState(state)).toBe(query);
});

test('fields that the list does not have are not read', () => {
  expect(readState('?outcome=uphold&utm=1', ['outcome'])).toEqual({ outcome: 'uphold' });
});

test.each([
  [{}, true],
  [{ q: 'invoice' }, true],
  [{ q: 'INVOICE  seller' }, true],
  [{ q: 'invoice buyer' }, false],
  [{ outcome: 'overturn' }, true],
  [{ outcome: 'uphold' }, false],
  [{ outcome: 'overturn', region: 'UK' }, true],
  [{ outcome: 'overturn', region: 'US' }, false],
  [{ unknown: 'x' }, false],
  [{ sort: 'title' }, true],
])('%j fits the row: %s', (state, expected) => {
  const row = {
    text: 'request for an invoice to the seller',
    values: { outcome: ['overturn'], region: ['EU', 'UK'] },
  };
  expect(fits(state, row)).toBe(expected);
});
