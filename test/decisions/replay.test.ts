import { expect, it } from 'vitest';
import { replay } from '#decisions/replay.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { fact, rule } from './random-table.ts';

const table: DecisionTable = {
  hit: 'unique',
  facts: { link: fact(['none', 'likely']), strikes: fact(['0', '1']) },
  exclusions: [{ when: { link: 'none', strikes: '1' }, because: 'No strike without a link.' }],
  rules: [
    rule('R1', { link: 'none' }, 'overturn'),
    rule('R2', { link: 'likely', strikes: '0' }, 'modify'),
    rule('R3', { strikes: '0' }, 'modify'),
    rule('R4', { strikes: '0', link: 'none' }, 'uphold'),
  ],
};

it.each([
  [
    'the rule that decides',
    { link: 'likely', strikes: '0' },
    { kind: 'decided', outcome: 'modify', rule: 'R2' },
  ],
  ['rules that disagree', { link: 'none', strikes: '0' }, { kind: 'conflict', rules: ['R1', 'R3'] }],
  ['that no rule decides', { link: 'likely', strikes: '1' }, { kind: 'gap' }],
  [
    'that it cannot occur',
    { link: 'none', strikes: '1' },
    { kind: 'excluded', because: 'No strike without a link.' },
  ],
  [
    'what is missing and what is unknown',
    { link: 'sure', colour: 'red' },
    {
      kind: 'incomplete',
      missing: ['strikes'],
      unknownFacts: ['colour'],
      unknownValues: [{ fact: 'link', value: 'sure' }],
    },
  ],
])('a replay tells %s', (_, facts, expected) => {
  expect(replay(table, facts)).toEqual(expected);
});
