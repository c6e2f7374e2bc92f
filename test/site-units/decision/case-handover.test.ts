import { expect, test } from 'vitest';
import { handoverOf } from '#site/client/decision/case-handover.ts';
import { stepOf } from '#site/client/decision/case-step.ts';
import { Ticks } from '#site/client/decision/ticks.ts';
import { smallCase } from './small-case.ts';

test('a macro is handed the case, and values only for blanks that the case knows', () => {
  const answers = new Map([
    ['authenticity', 'refuted'],
    ['strikes', '1+'],
  ]);
  const ticks = new Ticks();
  ticks.set('grading-certificate', 0, true);
  expect(handoverOf(smallCase, answers, stepOf(smallCase.table, answers), ticks, '2026-11-22')).toEqual({
    template: 'counterfeit',
    outcome: 'uphold',
    rule: 'R4',
    because: 'It is not genuine, once more (CF-1, CF-2).',
    facts: { authenticity: 'refuted', strikes: '1+' },
    values: {
      decision_date: '2026-11-22',
      reason: 'It is not genuine, once more (CF-1, CF-2).',
      clause: 'CF-1 Genuine items only, CF-2 Proof of origin',
      evidence_list: 'grading certificate',
    },
  });
});
