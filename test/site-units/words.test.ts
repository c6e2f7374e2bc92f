import { expect, test } from 'vitest';
import { countOf, fromKey, longDate, sentenceList } from '#site/words.ts';

test.each([
  ['2026-12-01', '1 December 2026'],
  ['2024-02-29', '29 February 2024'],
])('%s is shown as %s, west of Greenwich as well', (iso, shown) => {
  expect(longDate(iso)).toBe(shown);
});

test.each([
  ['balance-of-probabilities', 'Balance of probabilities'],
  ['CONSUMER_INFORMATION', 'Consumer information'],
  ['in-app', 'In app'],
])('%s reads as %s', (key, words) => {
  expect(fromKey(key)).toBe(words);
});

test.each([
  [0, '0 days'],
  [1, '1 day'],
  [12, '12 days'],
])('%i counts as %s', (count, words) => {
  expect(countOf(count, 'day')).toBe(words);
});

test('lists end in "and"', () => {
  expect(sentenceList(['EU', 'UK', 'US'])).toBe('EU, UK and US');
});
