import { expect, test } from 'vitest';
import { reviewState } from '#playbook/review-dates.ts';

test.each([
  ['2026-11-21', { state: 'overdue', days: 1 }],
  ['2026-11-22', { state: 'soon', days: 0 }],
  ['2026-12-22', { state: 'soon', days: 30 }],
  ['2026-12-23', { state: 'later', days: 31 }],
  ['2025-11-22', { state: 'overdue', days: 365 }],
])('a review due on %s stands on 22 November 2026 as %j', (due, state) => {
  expect(reviewState(due, '2026-11-22')).toEqual(state);
});
