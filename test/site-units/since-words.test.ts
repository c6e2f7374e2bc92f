import { expect, test } from 'vitest';
import { sinceWords } from '#site/since-words.ts';

const now = new Date('2026-11-22T17:30:00');

test.each([
  ['2026-11-22T09:05:00', '09:05'],
  ['2026-11-21T23:59:00', 'Saturday'],
  ['2026-11-17T09:00:00', 'Tuesday'],
  ['2026-11-15T18:00:00', '15 November'],
  ['2025-11-22T09:00:00', '22 November 2025'],
])('%s is, on Sunday 22 November 2026, called %s', (moment, words) => {
  expect(sinceWords(new Date(moment), now)).toBe(words);
});

test('a clock that was put back does not name a day to come by its weekday', () => {
  expect(sinceWords(new Date('2026-11-24T09:00:00'), now)).toBe('24 November');
});
