import { describe, expect, test } from 'vitest';
import type { Change } from '#history/change.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { changeViews } from '#site/views/change.ts';
import { validPlaybook } from '#test/helpers/playbook.ts';

const told = { weight: 'requirement', label: 'Place', path: ['place'] } as const;
const { playbook } = await readPlaybook(validPlaybook);
if (!playbook) throw new Error('The fixtures are broken.');
const view = (change: Change) => changeViews([change], playbook.organisation)[0];

describe('a change stands on a page', () => {
  test.each<[string, Change, string]>([
    [
      'a value in one line, with its unit',
      { ...told, label: 'Maximum age', what: 'value', before: 180, after: 365, unit: 'days' },
      'Maximum age: 180 days to 365 days',
    ],
    [
      'a day as people write it',
      { ...told, label: 'Review due', what: 'value', before: '2026-12-01', after: '2027-01-15' },
      'Review due: 1 December 2026 to 15 January 2027',
    ],
    [
      'what moved in one line',
      { ...told, label: 'Rule R2', what: 'moved', order: ['R2', 'R1'], moved: ['R2'] },
      'Rule R2: moved',
    ],
    ['formatting in one line', { ...told, label: 'Formatting', what: 'formatting' }, 'Formatting only'],
    [
      'a short new member in one line',
      { ...told, label: 'Asserts, item', what: 'added', after: 'verified', at: 0 },
      'Asserts, item: new, verified',
    ],
  ])('%s', (_how, change, text) => {
    expect(view(change)).toEqual({ weight: 'requirement', form: 'line', text });
  });

  test('a new clause is folded, whole', () => {
    const section = { title: 'Many units', text: 'Ten or more units go to the policy team.\n\nAlways.' };
    expect(
      view({ ...told, label: 'Clause CF-3', path: ['body', 'CF-3'], what: 'added', after: section, at: 2 }),
    ).toEqual({
      weight: 'requirement',
      form: 'folded',
      label: 'Clause CF-3: new, “Many units”',
      texts: [{ text: 'Many units\n\nTen or more units go to the policy team.\n\nAlways.', in: 'after' }],
    });
  });

  test('a removed rule is folded, a field on each line, without digests', () => {
    const rule = { id: 'R1', because: 'The item is authentic.', text: 'sha256:4155ce7c313adf1c' };
    expect(view({ ...told, what: 'removed', before: rule })).toMatchObject({
      form: 'folded',
      texts: [{ text: 'Id: R1\nBecause: The item is authentic.', in: 'before' }],
    });
  });

  test('list values that were rewritten are compared word by word, those that stayed are left out', () => {
    const change: Change = {
      ...told,
      what: 'items',
      items: [
        { in: 'both', values: ['Kept.'] },
        { in: 'before', values: ['Ask for the invoice.'] },
        { in: 'after', values: ['Ask for the receipt.'] },
        { in: 'after', values: ['New.'] },
      ],
    };
    expect(view(change)).toMatchObject({
      form: 'items',
      items: [
        [
          { text: 'Ask for the ', in: 'both' },
          { text: 'invoice', in: 'before' },
          { text: 'receipt', in: 'after' },
          { text: '.', in: 'both' },
        ],
        [{ text: 'New.', in: 'after' }],
      ],
    });
  });

  test('outcomes as boxes of facts, with the names that outcomes and roles have here', () => {
    const rule = { kind: 'rule', rule: 'R1', outcome: 'uphold' } as const;
    const change: Change = {
      ...told,
      what: 'outcomes',
      difference: {
        combinations: 6,
        changed: 3,
        regions: [
          { when: { authenticity: ['verified', 'refuted'] }, count: 2, from: { kind: 'gap' }, to: rule },
          {
            when: {},
            count: 1,
            from: { ...rule, authority: 'frontline' },
            to: { ...rule, authority: 'senior', macro: 'counterfeit-upheld' },
          },
        ],
        moreRegions: 4,
      },
    };
    const uphold = { name: 'Uphold', family: 'uphold' };
    expect(view(change)).toEqual({
      weight: 'requirement',
      form: 'outcomes',
      text: 'Place: 3 of 6 combinations end differently',
      boxes: [
        {
          when: ['authenticity verified or refuted'],
          from: { outcome: undefined, text: 'no rule' },
          to: { outcome: uphold, text: '' },
          count: '2',
        },
        {
          when: [],
          from: { outcome: uphold, text: 'decided by Frontline reviewer with no macro' },
          to: { outcome: uphold, text: 'decided by Senior reviewer with counterfeit-upheld' },
          count: '1',
        },
      ],
      more: 4,
    });
  });
});
