import { describe, expect, it } from 'vitest';
import { diffOutcomes, type Side } from '#decisions/diff-outcomes.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { Random } from '#test/helpers/random.ts';
import { type Combination, decide, everyCombination, factsOf, keyOf } from './brute-force.ts';
import { fact, looseWhen, randomTable, rule, type Size } from './random-table.ts';

const SIZE: Size = { facts: [1, 4], values: [2, 3], rules: [1, 8] };

/** One to three random edits of a table: of rules, facts, values, exclusions or the hit policy. */
function edited(random: Random, before: DecisionTable): DecisionTable {
  const after = structuredClone(before);
  const names = Object.keys(after.facts);
  for (let edits = 1 + random.below(3); edits > 0; edits--) {
    const one = random.pick(after.rules);
    const name = random.pick(names);
    switch (random.below(10)) {
      case 0:
        one.outcome = 'dismiss';
        break;
      case 1:
        one.authority = 'lead';
        break;
      case 2:
        one.when = looseWhen(random, after.facts);
        break;
      case 3:
        if (after.rules.length > 1) after.rules.splice(random.below(after.rules.length), 1);
        break;
      case 4:
        after.rules.splice(
          random.below(after.rules.length),
          0,
          rule('R99', looseWhen(random, after.facts), 'dismiss'),
        );
        break;
      case 5:
        after.facts.added = fact(['no', 'yes']);
        if (random.chance(0.7)) one.when = { ...one.when, added: 'yes' };
        break;
      case 6:
        if (after.facts[name]) after.facts[name].values.new = 'It is new.';
        break;
      case 7:
        after.exclusions.push({ when: looseWhen(random, after.facts), because: 'It no longer occurs.' });
        break;
      case 8:
        after.hit = after.hit === 'first' ? 'unique' : 'first';
        break;
      default:
        one.because = 'It reads better.';
    }
  }
  return after;
}

/** What one side says about a combination of the facts of both. */
function sideOf(table: DecisionTable, combination: Combination): string {
  const facts = Object.entries(factsOf(table));
  if (facts.some(([name, values]) => !values.includes(combination[name] ?? ''))) return 'outside';
  const verdict = decide(table, combination);
  if (typeof verdict === 'string') return verdict === 'excluded' ? 'outside' : verdict;
  return [verdict.outcome, verdict.authority, verdict.macro].join();
}

const said = (side: Side): string =>
  side.kind === 'rule' ? [side.rule.outcome, side.rule.authority, side.rule.macro].join() : side.kind;

/** The facts of both tables with the values of both. */
function unionOf(before: DecisionTable, after: DecisionTable): Record<string, string[]> {
  const [a, b] = [factsOf(before), factsOf(after)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => [name, [...new Set([...(a[name] ?? []), ...(b[name] ?? [])])]]),
  );
}

describe('diffOutcomes', () => {
  it('finds exactly the combinations that deciding each on both sides finds', () => {
    let moved = 0;
    for (let seed = 1; seed <= 10_000; seed++) {
      const random = new Random(seed);
      const one = randomTable(random, SIZE);
      const other = edited(random, one);
      const [before, after] = random.chance(0.5) ? [one, other] : [other, one];
      const facts = unionOf(before, after);
      const rows = everyCombination(facts).map((combination) => ({
        key: keyOf(combination),
        from: sideOf(before, combination),
        to: sideOf(after, combination),
      }));
      const changed = new Map(
        rows.flatMap(({ key, from, to }) => (from === to ? [] : [[key, `${from} > ${to}`]])),
      );
      const diff = diffOutcomes(before, after);
      const told = diff.regions.flatMap(({ when, from, to }) =>
        everyCombination({ ...facts, ...when }).map(
          (row) => [keyOf(row), `${said(from)} > ${said(to)}`] as const,
        ),
      );
      const fault =
        (new Set(told.map(([key]) => key)).size !== told.length && 'boxes are not disjoint') ||
        (told.length !== changed.size && `${told.length} changed, expected ${changed.size}`) ||
        (told.some(([key, text]) => changed.get(key) !== text) && 'other changes') ||
        (diff.changed !== BigInt(changed.size) && 'count') ||
        (diff.regions.reduce((sum, { count }) => sum + count, 0n) !== diff.changed && 'sum of counts') ||
        (diff.combinations !==
          BigInt(rows.filter(({ from, to }) => from !== 'outside' || to !== 'outside').length) &&
          'combinations') ||
        (diff.regions.some(({ example, from }) => sideOf(before, example) !== said(from)) && 'example') ||
        (!diff.complete && 'incomplete');
      if (fault) expect.fail(`seed ${seed}: ${fault}\n${JSON.stringify({ before, after }, null, 1)}`);
      moved += changed.size;
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
});
