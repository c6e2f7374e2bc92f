import { judge } from '#decisions/findings.ts';
import { atPosition } from './at.ts';
import type { Check } from './check.ts';

/** Every decision table gives each combination that can occur exactly one outcome. */
export const decisionTables: Check = {
  rules: [
    {
      name: 'decision-gap',
      explains: 'Every combination of facts that can occur is decided by a rule.',
      bad: 'rules for authenticity verified and refuted only',
      good: 'a rule for authenticity unverified as well',
    },
    {
      name: 'decision-conflict',
      explains: 'With hit policy `unique`, no two rules that disagree match the same combination.',
      bad: 'R1 when { a: x } gives overturn, R2 when { b: y } gives uphold',
      good: 'R2 when { a: z, b: y }',
    },
    {
      name: 'decision-overlap',
      explains: 'Two rules with the same result that match the same combination say one thing twice.',
      bad: 'R1 when { a: x }, R2 when { a: [x, y] }, both uphold',
      good: 'R2 when { a: y }',
    },
    {
      name: 'decision-unreachable',
      explains: 'A rule matches a combination that no exclusion rules out.',
      bad: 'a rule for a combination that is excluded',
      good: 'the rule removed, or the exclusion narrowed',
    },
    {
      name: 'decision-shadowed',
      explains:
        'With hit policy `first`, a rule decides at least one combination that no earlier rule takes.',
      bad: 'R1 when { a: [x, y] }, R2 when { a: x }',
      good: 'R1 when { a: x }, R2 when { a: y }',
    },
    {
      name: 'decision-order-dependent',
      explains:
        'With hit policy `first`, a combination that only the order of two rules decides is worth a look.',
      bad: 'R1 when { a: x } and R2 when { b: y } with different outcomes',
      good: 'R2 when { a: z, b: y }',
    },
    {
      name: 'decision-unread-fact',
      explains: 'Some rule reads each fact, because nobody should establish what does not matter.',
      bad: 'a fact `claim` that no rule names',
      good: 'the fact removed',
    },
    {
      name: 'decision-unused-value',
      explains: 'Some rule tells each value of a fact apart from every other.',
      bad: 'values partial and none that stand together in every rule',
      good: 'one value for both',
    },
    {
      name: 'decision-exclusion',
      explains: 'An exclusion leaves combinations that can occur, and contradicts no rule.',
      bad: 'an exclusion of all that R3 decides',
      good: 'the exclusion narrowed',
    },
    {
      name: 'decision-bands',
      explains: 'Values that are bands of numbers leave no hole and do not overlap.',
      bad: '"0-9", "10-29", "31+"',
      good: '"0-9", "10-29", "30+"',
    },
    {
      name: 'decision-unknown-fact',
      explains: 'A condition names a fact of the table.',
      bad: 'when: { authenticty: verified }',
      good: 'when: { authenticity: verified }',
    },
    {
      name: 'decision-unknown-value',
      explains: 'A condition names values of its fact.',
      bad: 'when: { authenticity: genuine }',
      good: 'when: { authenticity: verified }',
    },
    {
      name: 'decision-duplicate-rule-id',
      explains: 'A rule has an id of its own, because people cite it.',
      bad: 'R3 twice',
      good: 'R3 and R4',
    },
    {
      name: 'decision-too-many-values',
      explains: 'A fact has at most 30 values; numbers are given as bands.',
      bad: '"0", "1", "2", … "99"',
      good: '"0", "1-9", "10+"',
    },
  ],
  run: ({ playbook }) =>
    playbook
      .ofType('decision-templates')
      .filter(({ data }) => data.status !== 'retired')
      .flatMap((template) =>
        judge(template.data).findings.map(({ path, isKey, ...finding }) =>
          atPosition(
            template.file,
            isKey ? template.keyPositionOf(path) : template.positionOf(path),
            finding,
          ),
        ),
      ),
};
