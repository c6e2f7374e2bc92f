import { expect, it } from 'vitest';
import { bandFaults } from '#decisions/numeric-bands.ts';

it.each([
  ['words among them are no bands', ['none', '1', '2+'], []],
  ['single numbers and an open end', ['0', '1', '2+'], []],
  ['bands in any order', ['30+', '0-9', '10-29'], []],
  ['a fact that does not begin at 0', ['1', '2-9', '10+'], []],
  ['a hole', ['0-9', '20-29', '30+'], [{ kind: 'hole', value: '20-29', after: '0-9', numbers: '10-19' }]],
  ['a hole of one number', ['0', '2+'], [{ kind: 'hole', value: '2+', after: '0', numbers: '1' }]],
  [
    'an overlap of one number',
    ['0-10', '10-29'],
    [{ kind: 'overlap', value: '10-29', after: '0-10', numbers: '10' }],
  ],
  [
    'a band within another',
    ['0-9', '3-4'],
    [{ kind: 'overlap', value: '3-4', after: '0-9', numbers: '3-4' }],
  ],
  ['two open ends', ['0', '1+', '5+'], [{ kind: 'overlap', value: '5+', after: '1+', numbers: '5+' }]],
  ['reversed bounds', ['9-0', '10+'], [{ kind: 'reversed', value: '9-0', after: '9-0', numbers: '9-0' }]],
])('%s', (_, values, faults) => {
  expect(bandFaults(values)).toEqual(faults);
});
