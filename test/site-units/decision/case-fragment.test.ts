import { describe, expect, test } from 'vitest';
import { readCase, writeCase } from '#site/client/decision/case-fragment.ts';

const facts = {
  authenticity: { values: { verified: 'Yes.', refuted: 'No.' } },
  units: { values: { '1': 'One.', '10+': 'Ten or more.' } },
};

describe('the fragment of a case', () => {
  test('keeps the answers in the order in which they were given', () => {
    const answers = new Map([
      ['units', '10+'],
      ['authenticity', 'verified'],
    ]);
    expect(writeCase(answers)).toBe('units=10%2B&authenticity=verified');
    expect([...readCase(writeCase(answers), facts).answers]).toEqual([...answers]);
  });

  test.each([
    ['units=10+', [['units', '10+']], []],
    ['', [], []],
    ['before-you-start', [], []],
    ['colour=red&units=1', [['units', '1']], ['"colour=red" (no such fact)']],
    ['units=2', [], ['"units=2" (no such value)']],
    ['units', [], []],
    ['units&authenticity=refuted', [['authenticity', 'refuted']], ['"units" (no such value)']],
    ['units=1&units=10%2B', [['units', '1']], ['"units=10+" (answered before)']],
    ['constructor=x&__proto__=y', [], ['"constructor=x" (no such fact)', '"__proto__=y" (no such fact)']],
    ['units=toString', [], ['"units=toString" (no such value)']],
    ['units=%E0%A4', [], ['"units=%E0%A4" (no such value)']],
    ['authenticity=verified=refuted', [], ['"authenticity=verified=refuted" (no such value)']],
    [`x=${'y'.repeat(99)}`, [], [`"x=${'y'.repeat(38)}…" (no such fact)`]],
  ])('reads %s', (fragment, answers, ignored) => {
    const read = readCase(fragment, facts);
    expect([...read.answers]).toEqual(answers);
    expect(read.ignored).toEqual(ignored);
  });
});
