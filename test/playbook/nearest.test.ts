import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '#playbook/nearest.ts';

describe('nearest', () => {
  test.each([
    ['counterfeits', ['counterfeit', 'off-platform'], ['counterfeit']],
    ['invoice', ['supplier-invoice', 'retail-receipt'], ['supplier-invoice']],
    ['Owner', ['owner', 'title'], ['owner']],
    ['xyz', ['owner', 'title'], []],
  ])('%s among %j is %j', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toEqual(expected);
  });
});

describe('didYouMean', () => {
  test('names the near ones', () =>
    expect(didYouMean('upheld', ['uphold', 'overturn'])).toBe('Did you mean `uphold`?'));
  test('lists what exists where nothing is near', () =>
    expect(didYouMean('zzzz', ['uphold', 'overturn'])).toBe('There are: `uphold`, `overturn`.'));
  test('says that there is none', () => expect(didYouMean('zzzz', [])).toBe('There is none yet.'));
});
