import { expect, test } from 'vitest';
import { ruleDocs, ruleGroups } from '#report/rule-docs.ts';
import { gateRules } from '#repository/gate/rules.ts';

const rules = ruleDocs(gateRules);

test('no two rules share a name, which is the fragment of their address', () => {
  const names = [...rules.map(({ name }) => name), ...ruleGroups(gateRules).map(({ id }) => id)];
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
});

test.each(rules)(
  '$name says in one sentence what it refuses, with two examples that differ',
  ({ explains, bad, good }) => {
    expect(explains).toMatch(/^[A-Z].*\.$/);
    expect(bad).not.toBe('');
    expect(good).not.toBe('');
    expect(bad).not.toBe(good);
  },
);
