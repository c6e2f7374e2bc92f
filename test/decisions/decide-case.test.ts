import { describe, expect, test } from 'vitest';
import { decideCase } from '#decisions/decide-case.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { fact, rule } from './random-table.ts';

const table: DecisionTable = {
  hit: 'unique',
  facts: { link: fact(['none', 'likely', 'sure']), strikes: fact(['0', '1']) },
  exclusions: [{ when: { link: 'none', strikes: '1' }, because: 'It cannot occur.' }],
  rules: [
    rule('R1', { link: 'none' }, 'overturn'),
    rule('R2', { link: 'likely', strikes: '0' }, 'modify'),
    rule('R3', { link: 'sure', strikes: '0' }, 'uphold'),
    rule('R4', { link: 'sure', strikes: '1' }, 'uphold'),
  ],
};

describe('deciding a case that was established for another table', () => {
  test.each([
    [
      'all facts',
      { link: 'none', strikes: '0' },
      { kind: 'decided', outcome: 'overturn', rule: 'R1', because: 'R1 says so.' },
    ],
    [
      'a fact that the table no longer has',
      { link: 'likely', strikes: '0', region: 'EU' },
      { kind: 'decided', rule: 'R2' },
    ],
    [
      'a fact missing that does not matter',
      { link: 'sure' },
      { kind: 'decided', outcome: 'uphold', rule: 'R3 or R4' },
    ],
    ['a fact missing that does', { strikes: '0' }, { kind: 'incomplete', missing: ['link'] }],
    [
      'a fact missing of which a value leads nowhere',
      { link: 'likely' },
      { kind: 'incomplete', missing: ['strikes'] },
    ],
    [
      'a value that the table no longer has',
      { link: 'gone', strikes: '0' },
      { kind: 'incomplete', unknownValues: [{ fact: 'link', value: 'gone' }] },
    ],
    ['what is excluded', { link: 'none', strikes: '1' }, { kind: 'excluded' }],
    ['what no rule decides', { link: 'likely', strikes: '1' }, { kind: 'gap' }],
  ])('with %s', (_, facts, expected) => {
    expect(decideCase(table, facts)).toMatchObject(expected);
  });
});
