import { atField } from './at.ts';
import type { Check } from './check.ts';

/** Dates of an entry make sense together. */
export const dates: Check = {
  rules: [
    {
      name: 'date-order',
      explains: 'The review is due after the day on which the entry comes into force.',
      bad: 'effective: 2026-12-01 with reviewBy: 2026-06-01',
      good: 'effective: 2026-06-01 with reviewBy: 2026-12-01',
    },
    {
      name: 'status-replaced',
      explains: 'Only a retired entry says what replaced it.',
      bad: 'status: active with replacedBy: policies/off-platform',
      good: 'status: retired with replacedBy: policies/off-platform',
    },
  ],
  run: ({ playbook }) =>
    playbook.entries.flatMap((entry) => {
      const { effective, reviewBy, status, replacedBy } = entry.data;
      return [
        ...(reviewBy <= effective
          ? [
              atField(entry, ['reviewBy'], {
                rule: 'date-order',
                message: `Unexpected review date ${reviewBy}, expected a day after ${effective}, when the entry comes into force`,
                hint: 'Set `reviewBy` to the day by which the owner reads it again.',
              }),
            ]
          : []),
        ...(replacedBy && status !== 'retired'
          ? [
              atField(entry, ['replacedBy'], {
                rule: 'status-replaced',
                message: `Unexpected \`replacedBy\` on an entry that is ${status}, expected one that is retired`,
                hint: 'Set `status: retired`, or remove `replacedBy`.',
              }),
            ]
          : []),
      ];
    }),
};
