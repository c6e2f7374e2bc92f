import { describe, expect, it } from 'vitest';
import { diffOutcomes } from '#decisions/diff-outcomes.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { Random } from '#test/helpers/random.ts';
import { compareByHand, edited } from './outcome-oracle.ts';
import { fact, randomTable, rule, type Size } from './random-table.ts';

const SIZE: Size = { facts: [1, 4], values: [2, 3], rules: [1, 8] };

describe('diffOutcomes', () => {
  it('finds exactly the combinations that deciding each on both sides finds', () => {
    let moved = 0;
    for (let seed = 1; seed <= 10_000; seed++) {
      const random = new Random(seed);
      const one = randomTable(random, SIZE);
      const other = edited(random, one);
      const [before, after] = random.chance(0.5) ? [one, other] : [other, one];
      const { fault, changed } = compareByHand(before, after, diffOutcomes(before, after));
      if (fault) expect.fail(`seed ${seed}: ${fault}\n${JSON.stringify({ before, after }, null, 1)}`);
      moved += changed;
    }
    expect(moved).toBeGreaterThan(50_000);
  });

  it('tells one changed cell as one box with both rules, and a case', () => {
    const before: DecisionTable = {
      hit: 'unique',
      facts: {
        link: fact(['none', 'likely', 'confirmed']),
        strikes: fact(['0', '1', '2+']),
        region: fact(['EU', 'UK']),
      },
      exclusions: [],
      rules: [
        rule('R1', { link: 'none' }, 'overturn'),
        rule('R2', { link: 'likely' }, 'modify'),
        rule('R3', { link: 'confirmed' }, 'uphold'),
      ],
    };
    const after = structuredClone(before);
    after.rules.splice(
      1,
      1,
      rule('R2', { link: 'likely', strikes: ['0', '1'] }, 'modify'),
      rule('R4', { link: 'likely', strikes: '2+' }, 'uphold'),
    );
    expect(diffOutcomes(before, after)).toMatchInlineSnapshot(`
      {
        "changed": 2n,
        "combinations": 18n,
        "complete": true,
        "regions": [
          {
            "count": 2n,
            "example": {
              "link": "likely",
              "region": "EU",
              "strikes": "2+",
            },
            "from": {
              "kind": "rule",
              "rule": {
                "because": "R2 says so.",
                "id": "R2",
                "outcome": "modify",
                "when": {
                  "link": "likely",
                },
              },
            },
            "to": {
              "kind": "rule",
              "rule": {
                "because": "R4 says so.",
                "id": "R4",
                "outcome": "uphold",
                "when": {
                  "link": "likely",
                  "strikes": "2+",
                },
              },
            },
            "when": {
              "link": [
                "likely",
              ],
              "strikes": [
                "2+",
              ],
            },
          },
        ],
        "space": {
          "exclusions": {
            "added": [],
            "removed": [],
          },
          "facts": {
            "added": [],
            "removed": [],
          },
          "values": {
            "added": [],
            "removed": [],
          },
        },
      }
    `);
    expect(diffOutcomes(before, structuredClone(before))).toMatchInlineSnapshot(`
      {
        "changed": 0n,
        "combinations": 18n,
        "complete": true,
        "regions": [],
        "space": {
          "exclusions": {
            "added": [],
            "removed": [],
          },
          "facts": {
            "added": [],
            "removed": [],
          },
          "values": {
            "added": [],
            "removed": [],
          },
        },
      }
    `);
  });

  it('tells what became and what ceased to be part of the table', () => {
    const before: DecisionTable = {
      hit: 'unique',
      facts: { link: fact(['none', 'likely']), strikes: fact(['0', '1']) },
      exclusions: [
        { when: { link: 'none', strikes: ['0', '1'] }, because: 'It cannot occur.' },
        { when: { strikes: '1' }, because: 'Nobody has one.' },
      ],
      rules: [rule('R1', {}, 'overturn')],
    };
    const after: DecisionTable = {
      ...before,
      facts: { link: fact(['none', 'sure']), region: fact(['EU', 'UK']) },
      exclusions: [
        { when: { strikes: ['1', '0'], link: ['none'] }, because: 'It still cannot occur.' },
        { when: { link: 'sure' }, because: 'Nobody is.' },
      ],
    };
    expect(diffOutcomes(before, after).space).toEqual({
      facts: { added: ['region'], removed: ['strikes'] },
      values: { added: [{ fact: 'link', value: 'sure' }], removed: [{ fact: 'link', value: 'likely' }] },
      exclusions: {
        added: [{ when: { link: 'sure' }, because: 'Nobody is.' }],
        removed: [{ when: { strikes: '1' }, because: 'Nobody has one.' }],
      },
    });
  });

  it('compares tables that together have more values of a fact than one of them may have', () => {
    const values = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `v${from + at}`);
    const table = (names: readonly string[], uphold: readonly string[]): DecisionTable => ({
      hit: 'first',
      facts: { item: fact(names), link: fact(['none', 'likely']) },
      exclusions: [{ when: { item: names.slice(0, 2), link: 'likely' }, because: 'It cannot occur.' }],
      rules: [rule('R1', { item: [...uphold] }, 'uphold'), rule('R2', {}, 'overturn')],
    });
    const before = table(values(0, 31), values(3, 9));
    for (const after of [
      table(values(20, 51), values(40, 45)),
      table(values(31, 62), values(33, 34)),
      table([...values(0, 20), ...values(40, 50)], values(5, 15)),
    ]) {
      const diff = diffOutcomes(before, after);
      expect(compareByHand(before, after, diff)).toMatchObject({ fault: false });
      expect(diff.changed).toBeGreaterThan(0n);
    }
    expect(() => diffOutcomes(before, table(values(0, 32), values(3, 9)))).toThrow(RangeError);
  });
});
