import { describe, expect, test } from 'vitest';
import { edited, fixture, told, toldBetween } from '#test/helpers/told-change.ts';

const policy = 'policies/counterfeit.mdx';
const standard = 'evidence-standards/supplier-invoice.mdx';
const template = 'decision-templates/counterfeit.mdx';
const macro = 'macros/counterfeit-overturned.mdx';
const procedure = 'procedures/intake-and-triage.mdx';

describe('changes are told in the words of the schema', () => {
  test('fields, with their units', () => {
    expect(
      told(
        standard,
        ['maximumAgeDays: 365', 'maximumAgeDays: 180'],
        ['grade: B', 'grade: C'],
        [/raisedTo:\n.*\n.*\n/, ''],
        ['ageCountedFrom: the notice\n', ''],
        ['[frontline]', '[senior]'],
        ['aliases: [invoice, bill]', 'aliases: [invoice, bill of sale, receipt]'],
        ['The quantity covers the units sold.', 'The quantity covers all units that were sold.'],
      ).changes,
    ).toMatchInlineSnapshot(`
      [
        "Also searched as: removed bill; added “bill of sale”, receipt",
        "Grade: B to C",
        "Authenticity checks: “the” to “all”, “that were” added",
        "Maximum age: 365 days to 180 days",
        "Who may verify: removed frontline; added senior",
        "Raised to: taken out, grade: A; when: The supplier confirms it by call-back.",
        "Age counted back from: “the notice” taken out",
      ]
    `);
    expect(told(standard, ['maximumAgeDays: 365\n', '']).changes).toMatchInlineSnapshot(`
      [
        "Maximum age: 365 days taken out",
      ]
    `);
  });

  test('a policy, clause by clause and rung by rung', () => {
    expect(
      told(
        policy,
        ['strikes: "1"\n    actions: [A02]', 'strikes: "1"\n    actions: [A01]\n    note: Explain it.'],
        ['verifiedOn: 2026-06-24', 'verifiedOn: 2026-11-01'],
        ['says: Name the rule that was broken.', 'says: Name the rule that was broken, in plain words.'],
        ['effective: 2026-01-15', 'effective: 2026-12-01'],
        ['## CF-2 Proof of origin', '## CF-3 Refunds\n\nBuyers are refunded.\n\n## CF-2 Proof of the origin'],
        ['is removed', 'must be removed'],
      ).changes,
    ).toMatchInlineSnapshot(`
      [
        "In force since: 2026-01-15 to 2026-12-01",
        "Ladder at prior strikes 1, actions: removed A02; added A01",
        "Ladder at prior strikes 1, note: set to “Explain it.”",
        "Legal basis Regulation (EU) 2022/2065 (DSA), Art. 17(3)(e), says: “, in plain words” added",
        "Legal basis Regulation (EU) 2022/2065 (DSA), Art. 17(3)(e), verified on: 2026-06-24 to 2026-11-01",
        "Clause CF-1: “is” to “must be”",
        "Clause CF-3: new, “Refunds”",
        "Clause CF-2, title: “Proof of origin” to “Proof of the origin”",
      ]
    `);
  });

  test('rules by their id, wherever they stand', () => {
    const rule = (id: string) =>
      new RegExp(` {2}- id: ${id}\n(?: {4}.*\n)+`).exec(fixture(template))?.[0] ?? '';
    expect(
      told(
        template,
        [rule('R1') + rule('R2') + rule('R3'), rule('R2') + rule('R3') + rule('R1')],
        ['because: One link is missing.', 'because: At least one link is missing.'],
        ['Is the item authentic?', 'Is the item genuine?'],
        ['unverified: Nothing conclusive either way.', 'unverified: Nothing is conclusive either way.'],
      ),
    ).toMatchInlineSnapshot(`
      {
        "changes": [
          "Fact authenticity, question: “Is the item authentic?” to “Is the item genuine?”",
          "Fact authenticity, values, value unverified: “is” added",
          "Rule R3, because: “One link is missing.” to “At least one link is missing.”",
          "Rule R1: moved",
        ],
        "kind": "requirement",
      }
    `);
    expect(
      told(template, [rule('R4'), rule('R4').replace('R4', 'R9')], ['title: "Counterfeit', 'title: "Fakes'])
        .changes,
    ).toMatchInlineSnapshot(`
      [
        "Title: “Counterfeit” to “Fakes”",
        "Rule R9: new, when: (authenticity: refuted); outcome: uphold; because: The item is counterfeit.; authority: senior; noMacro: The polic…",
        "Rule R4: removed",
      ]
    `);
  });

  test('facts, values and exclusions', () => {
    expect(
      told(
        template,
        ['      partial:', '      likely: Most links are shown.\n      partial:'],
        [
          'exclusions:\n',
          'exclusions:\n  - { when: { provenance: likely, authenticity: [refuted, verified] }, because: It cannot be. }\n',
        ],
        [
          'facts:\n',
          'facts:\n  units:\n    ask: How many units?\n    values: { one: One., many: More than one. }\n',
        ],
      ).changes,
    ).toMatchInlineSnapshot(`
      [
        "Outcomes: 2 of 12 combinations end differently",
        "Fact units: new, ask: How many units?; values: (one: One.; many: More than one.)",
        "Fact provenance, values, value likely: new, “Most links are shown.”",
        "Exclusion provenance likely, authenticity refuted or verified: new, because: It cannot be.",
      ]
    `);
  });

  test('a macro with its variables, and digests as what they pin', () => {
    expect(
      told(
        macro,
        ['label: Item', 'label: What was sold'],
        ['approval:', '  date: { label: Date, type: date, example: 2 March }\napproval:'],
        [/text: sha256:\w+/, 'text: sha256:0123456789abcdef'],
        [/CF-1: sha256:\w+/, 'CF-2: sha256:0123456789abcdef'],
        ['authentic, and', 'authentic. And'],
      ).changes,
    ).toMatchInlineSnapshot(`
      [
        "Variable item, label: Item to “What was sold”",
        "Variable date: new, label: Date; type: date; example: 2 March; required: yes",
        "Approval, text: pinned anew",
        "Approval, clauses, CF-2: new",
        "Approval, clauses, CF-1: removed",
        "Text: “, and” to “. And”",
      ]
    `);
  });

  test('sections that come, go, move and get another heading', () => {
    expect(
      told(
        procedure,
        [/(## Steps[\s\S]*)(## When you are done[\s\S]*)(## If)/, '$2$1## Records\n\nKeep none.\n\n$3'],
        ['## If it goes wrong', '## If you are stuck'],
      ).changes,
    ).toMatchInlineSnapshot(`
      [
        "Section “Records”: new",
        "Section “If you are stuck”, title: “If it goes wrong” to “If you are stuck”",
        "Section “When you are done”: moved",
      ]
    `);
    expect(told(procedure, [/## When you are done[\s\S]*(?=## If)/, '']).changes).toMatchInlineSnapshot(`
      [
        "Section “When you are done”: removed",
      ]
    `);
  });

  test("the organisation's own facts", () => {
    expect(
      told(
        'organisation.yaml',
        ['firstTouch: 24 business hours', 'firstTouch: 4 business hours'],
        ['mayDecide: [uphold, overturn, request-information]', 'mayDecide: [overturn, request-information]'],
        ['reversible: "yes"', 'reversible: in part'],
        ['US: United States', 'US: United States of America'],
        ['roles: [senior]', 'roles: [frontline, senior]'],
        [
          /$/,
          '  arbiter:\n    name: Arbiter\n    status: dead\n    jurisdiction: EU\n    rule: Never name it.\n',
        ],
      ).changes,
    ).toMatchInlineSnapshot(`
      [
        "Regions, US: “United States” to “United States of America”",
        "Person policy-lead, roles: added frontline",
        "Role frontline, may decide: removed uphold",
        "Queue Q3, first touch: 24 business hours to 4 business hours",
        "Enforcement action A01, reversible: yes to “in part”",
        "Redress route arbiter: new, name: Arbiter; status: dead; jurisdiction: EU; rule: Never name it.",
      ]
    `);
  });
});

describe('an old text that does not fit the schema of today is told from its text', () => {
  test.each<[string, string, string]>([
    ['a field that is gone', 'code: CF', 'code: CF\npriority: high'],
    ['a value that no longer fits', 'severity: S3', 'severity: very high'],
    ['a list where text is meant', 'code: CF', 'code: [CF]'],
    ['an alias, which nothing may have', 'actions: [A01, A02]', 'actions: &a [A01, A02]\n    note: *a'],
    ['YAML that does not parse', 'escalations: [policy-team]', 'escalations: [policy-team'],
    ['a key that stands twice', 'code: CF', 'code: CF\ncode: XY'],
    ['a key that is no word', 'code: CF', 'code: CF\n"odd key": 1'],
    ['frontmatter that is not closed', '---\n\n## CF-1', '\n## CF-1'],
    ['no frontmatter', /^---[\s\S]*?\n---\n/.exec(fixture(policy))?.[0] ?? '', ''],
    ['a component that is gone', '<BoundaryPair>', '<OldPair tone="loud">'],
    ['a body that does not parse', '<BoundaryPair>', '<Boundary{Pair'],
    ['an import', '## CF-1', 'import x from "y"\n\n## CF-1'],
  ])('%s', (_, from, to) => {
    const old = edited(fixture(policy), [from, to]);
    for (const [before, after] of [
      [old, fixture(policy)],
      [fixture(policy), old],
    ] as const) {
      const { kind, changes } = toldBetween(policy, before, after);
      expect(['requirement', 'wording']).toContain(kind);
      expect(changes.join('\n')).not.toBe('');
    }
  });

  test('in readable words', () => {
    const old = edited(
      fixture(policy),
      ['severity: S3', 'severity: very high'],
      ['code: CF', 'code: CF\npriority: high'],
    );
    expect(toldBetween(policy, old, fixture(policy)).changes).toMatchInlineSnapshot(`
      [
        "Severity: “very high” to “S3”",
        "priority: “priority: high” removed",
      ]
    `);
    const open = edited(fixture(policy), ['---\n\n## CF-1', '\n## CF-1']);
    expect(toldBetween(policy, open, fixture(policy)).changes[0]).toMatchInlineSnapshot(
      `"Frontmatter: “title: Counterfeit goods summary: What counts as counterfeit and what happens to the seller. owner: policy status: activ…” added"`,
    );
  });

  test('names that are typed to deceive are shown for what they are', () => {
    const hostile = '\u202Egnp.exe\u202C <script>\u0007';
    const { changes } = toldBetween(
      procedure,
      fixture(procedure),
      edited(fixture(procedure), ['## Steps', `## ${hostile}`], ['## If it goes wrong', '## x']),
    );
    expect(changes.join(' ')).not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect(changes.join('\n')).toContain('\uFFFDgnp.exe\uFFFD <script>\uFFFD');
  });
});
