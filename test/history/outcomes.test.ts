import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { OutcomeDifference, OutcomeSide } from '#history/change.ts';
import { describeRegion } from '#history/describe-change.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { type DecisionTable, decisionTable } from '#schemas/decision-template.ts';
import { decide, everyCombination, factsOf, keyOf } from '#test/decisions/brute-force.ts';
import { Random } from '#test/helpers/random.ts';
import { changesOf, edited, fixture, told, toldBetween } from '#test/helpers/told-change.ts';

const file = 'decision-templates/counterfeit.mdx';
const shipped = globSync('content/decision-templates/*.mdx', { cwd: projectRoot })
  .sort()
  .map((path) => ({ name: basename(path, '.mdx'), text: readFileSync(join(projectRoot, path), 'utf8') }));

/** The text of a template with its table put in place of the old one. */
function withTable(text: string, change: (table: DecisionTable) => void): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  const fields: DecisionTable = parse(front);
  change(fields);
  return `---\n${stringify(fields, { aliasDuplicateObjects: false })}---\n${body}`;
}

const tableIn = (text: string): DecisionTable =>
  decisionTable.parse(parse(/^---\n([\s\S]*?\n)---\n/.exec(text)?.[1] ?? ''));

const differenceBetween = (before: string, after: string): OutcomeDifference | undefined => {
  const change = changesOf(file, before, after).find(({ what }) => what === 'outcomes');
  return change?.what === 'outcomes' ? change.difference : undefined;
};

/** What one table says about a combination, as text; the macro and the authority are part of it. */
function saidBy(table: DecisionTable, combination: Record<string, string>): string {
  const verdict = decide(table, combination);
  if (typeof verdict === 'string') return verdict === 'excluded' ? 'outside' : verdict;
  return [verdict.outcome, verdict.authority, verdict.macro].join('|');
}
const saidIn = (side: OutcomeSide): string =>
  side.kind === 'rule' ? [side.outcome, side.authority, side.macro].join('|') : side.kind;

/** One cell of a rule changed: its outcome, its authority, or one of its conditions. */
function changeCell(random: Random, table: DecisionTable): void {
  const rule = random.pick(table.rules);
  const facts = Object.keys(table.facts);
  const fact = random.pick(facts);
  switch (random.below(4)) {
    case 0:
      rule.outcome = random.pick(table.rules).outcome;
      break;
    case 1:
      rule.authority = 'lead';
      break;
    case 2:
      rule.when = { ...rule.when, [fact]: random.pick(Object.keys(table.facts[fact]?.values ?? {})) };
      break;
    default:
      rule.when = Object.fromEntries(Object.entries(rule.when ?? {}).slice(1));
  }
}

describe('outcomes', () => {
  test.each(shipped)(
    'of $name are told with exactly the combinations that deciding each finds',
    ({ text }) => {
      const random = new Random(11);
      const before = tableIn(text);
      for (let times = 0; times < 4; times++) {
        const changed = withTable(text, (table) => changeCell(random, table));
        const after = tableIn(changed);
        const wanted = new Map<string, string>();
        for (const combination of everyCombination(factsOf(before))) {
          const [from, to] = [saidBy(before, combination), saidBy(after, combination)];
          if (from !== to) wanted.set(keyOf(combination), `${from} > ${to}`);
        }
        const difference = differenceBetween(text, changed);
        expect(Number(difference?.changed ?? 0)).toBe(wanted.size);
        const kind = toldBetween(file, text, changed).kind;
        if (!difference) {
          expect(['wording', 'housekeeping']).toContain(kind);
          continue;
        }
        expect(kind).toBe('outcomes');
        const found = new Map(
          difference.regions.flatMap(({ when, from, to }) =>
            everyCombination({ ...factsOf(before), ...when }).map(
              (row) => [keyOf(row), `${saidIn(from)} > ${saidIn(to)}`] as const,
            ),
          ),
        );
        if (difference.moreRegions === 0) expect(found.size).toBe(wanted.size);
        for (const [key, text] of found) if (wanted.get(key) !== text) expect.fail(`${key}: ${text}`);
      }
    },
  );

  test('say how many and which box', () => {
    expect(
      told(file, [/(authenticity: unverified, provenance: partial \}\n {4}outcome: )[\w-]+/, '$1uphold']),
    ).toEqual({
      kind: 'outcomes',
      changes: [
        'Outcomes: 1 of 5 combinations ends differently',
        'Rule R3, outcome: request-information to uphold',
      ],
    });
    const after = edited(
      fixture(file),
      [/(authenticity: verified \}\n {4}outcome: )[\w-]+/, '$1uphold'],
      ['authority: senior', 'authority: frontline'],
    );
    expect(differenceBetween(fixture(file), after)?.regions.map(describeRegion)).toMatchInlineSnapshot(`
      [
        "authenticity verified: overturn to uphold (2)",
        "authenticity refuted, provenance partial: uphold decided by senior to uphold decided by frontline (1)",
      ]
    `);
  });

  test.each([
    ['a reason', ['because: One link is missing.', 'because: A link is missing.']],
    [
      'a rule that is taken apart',
      [
        '  - id: R4\n    when: { authenticity: refuted }',
        '  - id: R5\n    when: { authenticity: refuted, provenance: complete }\n    outcome: uphold\n    because: It is fake.\n    authority: senior\n    noMacro: The policy team writes.\n  - id: R4\n    when: { authenticity: refuted, provenance: partial }',
      ],
    ],
    ['rules in another order', [/( {2}- id: R1\n(?: {4}.*\n)+)( {2}- id: R2\n(?: {4}.*\n)+)/, '$2$1']],
    [
      'questions in another order',
      [/( {2}authenticity:\n(?: {4}.*\n)+)( {2}provenance:\n(?: {4}.*\n)+)/, '$2$1'],
    ],
    [
      'an exclusion of what no rule distinguishes',
      [
        'exclusions:\n',
        'exclusions:\n  - { when: { authenticity: refuted, provenance: complete }, because: "It cannot be so." }\n',
      ],
    ],
  ] as const)('that stay the same make %s wording', (_, edit) =>
    expect(told(file, edit).kind).toBe('wording'),
  );

  test('of a table that cannot be read are told rule by rule, as a requirement', () => {
    const broken = edited(fixture(file), ['because: The item is authentic.', 'because: [1]']);
    expect(toldBetween(file, broken, fixture(file)).kind).toBe('requirement');
  });

  test('of a table without rules for some cases say so', () => {
    const gap = withTable(fixture(file), (table) => table.rules.splice(2, 1));
    expect(differenceBetween(fixture(file), gap)?.regions.map(describeRegion)).toMatchInlineSnapshot(`
      [
        "authenticity unverified, provenance partial: request-information to no rule (1)",
      ]
    `);
  });
});
