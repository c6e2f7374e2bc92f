import { expect, test } from 'vitest';
import { flipLines } from '#site/client/decision/flip-lines.ts';

const flip = (changes: Record<string, string>, outcome = 'uphold') => ({ changes, outcome, rule: 'R1' });

test('changes that differ in one value are told in one line, those of another outcome are not', () => {
  expect(
    flipLines([
      flip({ notice: 'pending' }, 'escalate'),
      flip({ provenance: 'complete', units: '1' }),
      flip({ provenance: 'complete', units: '2-9' }),
      flip({ provenance: 'complete', units: '10+' }, 'escalate'),
    ]),
  ).toEqual([
    { changes: [['notice', ['pending']]], outcome: 'escalate' },
    {
      changes: [
        ['provenance', ['complete']],
        ['units', ['1', '2-9']],
      ],
      outcome: 'uphold',
    },
    {
      changes: [
        ['provenance', ['complete']],
        ['units', ['10+']],
      ],
      outcome: 'escalate',
    },
  ]);
});

test('a line stands for a full product of its values and for nothing else', () => {
  const flips = [
    flip({ a: '1', b: '1' }),
    flip({ a: '1', b: '2' }),
    flip({ a: '2', b: '1' }),
    flip({ a: '2', b: '2' }),
    flip({ a: '3', b: '1' }),
  ];
  const expanded = flipLines(flips).flatMap(({ changes }) => {
    const [[, as], [, bs]] = changes as [[string, string[]], [string, string[]]];
    return as.flatMap((a) => bs.map((b) => `${a}${b}`));
  });
  expect(expanded.sort()).toEqual(['11', '12', '21', '22', '31']);
});
