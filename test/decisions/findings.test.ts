import { describe, expect, it } from 'vitest';
import { analyse } from '#decisions/analyse.ts';
import { judge } from '#decisions/findings.ts';
import type { DecisionTable, When } from '#schemas/decision-template.ts';
import { fact, rule } from './random-table.ts';

/** A proven table, but for what a case is about. */
const table = (more: Partial<DecisionTable>): DecisionTable => ({
  hit: 'unique',
  facts: { link: fact(['none', 'likely']), strikes: fact(['0', '1', '2+']) },
  exclusions: [],
  rules: [
    rule('R1', { link: 'none' }, 'overturn'),
    rule('R2', { link: 'likely', strikes: '0' }, 'modify'),
    rule('R3', { link: 'likely', strikes: '1' }, 'uphold'),
    rule('R4', { link: 'likely', strikes: '2+' }, 'uphold', { authority: 'lead' }),
  ],
  ...more,
});

/** The same with other rules. */
const ruled = (...rules: DecisionTable['rules']) => table({ rules });

/** Everything that is found, one line each with its place. */
const told = (table: DecisionTable): string =>
  judge(table)
    .findings.map(
      ({ severity, rule, message, path }) => `${severity} ${rule} at ${path.join('.')}\n  ${message}`,
    )
    .join('\n');

const shillBidding = table({
  hit: 'first',
  facts: {
    linked_bidder: fact(['none', 'likely', 'confirmed']),
    seller_control: fact(['shown', 'not-shown']),
    benefit: fact(['yes', 'no']),
    unpaid_wins: fact(['0', '1', '2+']),
    allowed_role: fact(['yes', 'no']),
    strikes: fact(['0', '1', '2+']),
    evidence: fact(['none', 'cumulative', 'decisive']),
  },
  rules: [
    rule('R1', { allowed_role: 'yes' }, 'overturn', { authority: 'senior' }),
    ...[
      rule('R2', { linked_bidder: 'none' }, 'overturn', { authority: 'frontline' }),
      rule(
        'R3',
        { linked_bidder: 'likely', seller_control: 'not-shown', evidence: 'none' },
        'request-information',
      ),
      rule('R4', { linked_bidder: 'likely', evidence: 'decisive' }, 'overturn'),
      rule('R5', { linked_bidder: 'likely', seller_control: 'not-shown', evidence: 'cumulative' }, 'modify'),
      rule('R6', { linked_bidder: 'likely', seller_control: 'shown' }, 'uphold'),
      rule('R7', { linked_bidder: 'confirmed', benefit: 'yes' }, 'uphold'),
      rule('R8', { linked_bidder: 'confirmed', benefit: 'no', unpaid_wins: '0' }, 'modify'),
      rule('R9', { linked_bidder: 'confirmed', benefit: 'no', unpaid_wins: ['1', '2+'] }, 'uphold'),
    ].map((row) => ({ ...row, when: { ...row.when, allowed_role: 'no' } })),
  ],
});

const counterfeit = table({
  facts: {
    authenticity: fact(['verified', 'unverified', 'refuted']),
    provenance: fact(['complete', 'partial', 'none']),
    listing_claim: fact(['authentic', 'inspired', 'silent']),
    units: fact(['1', '2-9', '10+']),
    knowledge: fact(['yes', 'no']),
    strikes: fact(['0', '1', '2+']),
    notice_pending: fact(['yes', 'no']),
  },
  rules: [
    rule('R1', { authenticity: 'verified' }, 'overturn'),
    rule('R2', { authenticity: 'refuted', knowledge: 'yes' }, 'uphold', { authority: 'lead' }),
    rule('R3', { authenticity: 'refuted', knowledge: 'no', units: '1', provenance: 'complete' }, 'modify'),
    rule(
      'R4',
      { authenticity: 'refuted', knowledge: 'no', units: '1', provenance: ['partial', 'none'] },
      'uphold',
    ),
    rule('R5', { authenticity: 'refuted', knowledge: 'no', units: ['2-9', '10+'] }, 'uphold'),
    rule('R6', { authenticity: 'unverified', provenance: ['complete', 'partial'] }, 'request-information'),
    rule('R7', { authenticity: 'unverified', provenance: 'none' }, 'uphold'),
    rule('R8', { notice_pending: 'yes' }, 'escalate'),
  ],
});

describe('judge', () => {
  it('prints of shill bidding exactly the combinations that only the order of rows decides', () => {
    const { combinations, gaps, orderDependent } = analyse(shillBidding);
    expect({
      combinations,
      gaps: gaps.count,
      order: orderDependent.map(({ region }) => region.count),
    }).toEqual({
      combinations: 648n,
      gaps: 0n,
      order: [18n],
    });
    expect(told(shillBidding)).toMatchInlineSnapshot(`
      "warning decision-order-dependent at rules.5
        Only their order decides between R4 and R6: outcome overturn (R4) or uphold (R6), for linked bidder likely, seller control shown, allowed role no, evidence decisive (any benefit, any unpaid wins, any strikes; 18 combinations), for example linked bidder likely, seller control shown, benefit yes, unpaid wins 0, allowed role no, strikes 0, evidence decisive
      warning decision-unread-fact at facts.strikes
        No rule reads \`strikes\`
      warning decision-unused-value at facts.unpaid_wins.values.2+
        No rule tells \`2+\` of \`unpaid_wins\` apart from \`1\`"
    `);
  });

  it('keeps the 18 apart where every later row also stands behind the allowed role', () => {
    const asWritten = {
      ...shillBidding,
      rules: shillBidding.rules.map(({ when: { allowed_role, ...when }, ...row }) => ({
        ...row,
        when: allowed_role === 'yes' ? { allowed_role } : when,
      })),
    };
    const { gaps, orderDependent } = analyse(asWritten);
    const rows = orderDependent.find(({ rules }) => rules[0].rule.id === 'R4' && rules[1].rule.id === 'R6');
    expect([gaps.count, rows?.region.count]).toEqual([0n, 18n]);
  });

  it('tells of the counterfeit table what is never read and that its last rule is a pre-condition', () => {
    expect(told(counterfeit)).toMatchInlineSnapshot(`
      "error decision-conflict at rules.7
        R8 and each of R1, R2, R3, R4, R5, R6 and R7 disagree; with R1: outcome overturn (R1) or escalate (R8), for authenticity verified, notice pending yes (any provenance, any listing claim, any units, any of 2 other facts; 162 combinations), for example authenticity verified, provenance complete, listing claim authentic, units 1, knowledge yes, strikes 0, notice pending yes
      warning decision-unread-fact at facts.listing_claim
        No rule reads \`listing_claim\`
      warning decision-unread-fact at facts.strikes
        No rule reads \`strikes\`
      warning decision-unused-value at facts.units.values.10+
        No rule tells \`10+\` of \`units\` apart from \`2-9\`"
    `);
    expect(
      judge(counterfeit).findings.find(({ rule }) => rule === 'decision-conflict')?.hint,
    ).toMatchInlineSnapshot(
      `"R8 meets every other rule: make it a pre-condition, by \`hit: first\` with this rule at the top or by narrowing the others."`,
    );
  });

  it('tells each fault in a sentence with a case, at its place', () => {
    const [one, two, three, four] = table({}).rules;
    if (!one || !two || !three || !four) throw new Error('The table has four rules');
    const never = (when: When) => ({ when, because: 'It never occurs.' });
    const cases: Record<string, DecisionTable> = {
      'a proven table': table({}),
      'a gap of one combination': ruled(one, two, four),
      'gaps in several boxes': ruled(one, rule('R2', { link: 'likely', strikes: '0' }, 'modify')),
      'no rule that can be read': ruled(rule('R1', { link: 'non' }, 'overturn')),
      'a conflict': ruled(one, two, three, four, rule('R5', { strikes: '0' }, 'overturn')),
      'a conflict of authority alone': ruled(one, two, three, {
        ...four,
        when: { link: 'likely', strikes: ['1', '2+'] },
      }),
      'an overlap': ruled(one, two, three, four, rule('R5', { link: 'none', strikes: '2+' }, 'overturn')),
      'a shadowed rule': table({
        hit: 'first',
        rules: [one, two, rule('R9', { strikes: '0' }, 'dismiss'), three, four],
      }),
      'only the order decides': table({
        hit: 'first',
        rules: [one, rule('R9', { strikes: '0' }, 'dismiss'), three, four],
      }),
      'an exclusion that contradicts a rule': table({
        exclusions: [never({ strikes: '0', link: 'likely' })],
      }),
      'exclusions that together contradict a rule': table({
        exclusions: [never({ link: 'none', strikes: '0' }), never({ link: 'none', strikes: ['1', '2+'] })],
      }),
      'an exclusion of a whole value': { ...ruled(one, two, three), exclusions: [never({ strikes: '2+' })] },
      'exclusions that leave nothing': table({
        exclusions: [never({ link: 'none' }), never({ link: 'likely' })],
      }),
      'bands with a hole and an overlap': table({
        facts: { link: fact(['none', 'likely']), strikes: fact(['0-2', '2-4', '6+']) },
        rules: [rule('R1', {}, 'uphold')],
      }),
      'unknown names': {
        ...ruled(
          one,
          rule('R2', { lnk: 'none' }, 'modify'),
          rule('R3', { link: ['likly', 'none'] }, 'overturn'),
        ),
        exclusions: [never({ strikes: '3' })],
      },
      'a rule id that stands twice': ruled(one, two, { ...three, id: 'R2' }, four),
      'values that nothing tells apart': ruled(
        one,
        two,
        rule('R3', { link: 'likely', strikes: ['1', '2+'] }, 'uphold'),
      ),
      'too many values': table({
        facts: { link: fact(Array.from({ length: 40 }, (_, value) => `v${value}`)) },
      }),
    };
    const all = Object.entries(cases).map(([name, given]) => `# ${name}\n${told(given)}`);
    expect(all.join('\n')).toMatchInlineSnapshot(`
      "# a proven table

      # a gap of one combination
      error decision-gap at rules
        No rule for: link likely, strikes 1 (1 combination)
      # gaps in several boxes
      error decision-gap at rules
        No rule for: link likely, strikes 1 or 2+ (2 combinations), for example link likely, strikes 1
      warning decision-unused-value at facts.strikes.values.2+
        No rule tells \`2+\` of \`strikes\` apart from \`1\`
      # no rule that can be read
      error decision-unknown-value at rules.0.when.link
        Unexpected value \`non\` of \`link\`, expected one of its values
      error decision-gap at rules
        No rule for: every case (6 combinations), for example link none, strikes 0
      # a conflict
      error decision-conflict at rules.4
        R2 and R5 disagree: outcome modify (R2) or overturn (R5), for link likely, strikes 0 (1 combination)
      warning decision-overlap at rules.4
        R1 and R5 overlap with the same result: link none, strikes 0 (1 combination)
      # a conflict of authority alone
      error decision-conflict at rules.3
        R3 and R4 disagree: authority none (R3) or lead (R4), for link likely, strikes 1 (1 combination)
      # an overlap
      warning decision-overlap at rules.4
        R1 and R5 overlap with the same result: link none, strikes 2+ (1 combination)
      # a shadowed rule
      error decision-shadowed at rules.2
        R9 never decides: R1 and R2 before it take all its combinations
      # only the order decides
      warning decision-order-dependent at rules.1
        Only their order decides between R1 and R9: outcome overturn (R1) or dismiss (R9), for link none, strikes 0 (1 combination)
      # an exclusion that contradicts a rule
      error decision-exclusion at exclusions.0
        Exclusion 1 contradicts R2: it rules out every combination that it decides
      error decision-unreachable at rules.1
        R2 can never match: exclusion 1 rules out all its combinations
      # exclusions that together contradict a rule
      error decision-unreachable at rules.0
        R1 can never match: exclusions 1 and 2 rule out all its combinations
      # an exclusion of a whole value
      warning decision-exclusion at exclusions.0
        Exclusion 1 means that \`strikes\` is never \`2+\`
      # exclusions that leave nothing
      error decision-exclusion at exclusions.1
        The exclusions leave no combination that can occur
      # bands with a hole and an overlap
      error decision-bands at facts.strikes.values.2-4
        Unexpected overlap of \`0-2\` and \`2-4\` of \`strikes\`, expected 2 in one of them only
      error decision-bands at facts.strikes.values.6+
        Unexpected hole between \`2-4\` and \`6+\` of \`strikes\`, expected a band for 5
      warning decision-unread-fact at facts.link
        No rule reads \`link\`
      warning decision-unread-fact at facts.strikes
        No rule reads \`strikes\`
      # unknown names
      error decision-unknown-fact at rules.1.when.lnk
        Unexpected fact \`lnk\`, expected one of the table
      error decision-unknown-value at rules.2.when.link.0
        Unexpected value \`likly\` of \`link\`, expected one of its values
      error decision-unknown-value at exclusions.0.when.strikes
        Unexpected value \`3\` of \`strikes\`, expected one of its values
      error decision-gap at rules
        No rule for: link likely (any strikes; 3 combinations), for example link likely, strikes 0
      warning decision-overlap at rules.2
        R1 and R3 overlap with the same result: link none (any strikes; 3 combinations), for example link none, strikes 0
      # a rule id that stands twice
      error decision-duplicate-rule-id at rules.2.id
        Unexpected second rule \`R2\`, expected an id that is unique in the table
      # values that nothing tells apart
      warning decision-unused-value at facts.strikes.values.2+
        No rule tells \`2+\` of \`strikes\` apart from \`1\`
      # too many values
      error decision-too-many-values at facts.link
        Unexpected 40 values of \`link\`, expected at most 31"
    `);
  });

  it('tells at most ten boxes of a gap, and counts the rest', () => {
    const facts = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => [name, fact(['0', '1', '2'])]),
    );
    const rules = [
      rule('R1', { a: '0', b: ['0', '1'] }, 'uphold'),
      rule('R2', { c: '1', d: ['1', '2'], e: '2' }, 'uphold'),
      rule('R3', { f: '2', g: '1', h: '0' }, 'uphold'),
    ];
    const gaps = judge(table({ facts, rules })).findings.filter(({ rule }) => rule === 'decision-gap');
    expect(gaps).toHaveLength(11);
    expect(gaps.at(-1)?.message).toMatchInlineSnapshot(
      `"No rule for 8 further disjoint boxes either; 4,550 combinations in all"`,
    );
  });
});
