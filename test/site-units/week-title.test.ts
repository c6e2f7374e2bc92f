import { expect, test } from 'vitest';
import { weekOf } from '#history/time.ts';
import { weekTitle } from '#site/views/week-title.ts';

test.each([
  ['2026-11-22', 'Week 47, 16 to 22 November 2026'],
  ['2026-11-30', 'Week 49, 30 November to 6 December 2026'],
  ['2026-12-31', 'Week 53, 28 December 2026 to 3 January 2027'],
  ['2027-01-04', 'Week 1, 4 to 10 January 2027'],
])('the week of %s is called %s', (day, title) => {
  expect(weekTitle(weekOf(day))).toBe(title);
});
