import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { atField, atPosition } from './at.ts';
import type { Check } from './check.ts';

/** A policy is made of clauses, and what cites one cites the policy that it belongs to. */
export const clauses: Check = {
  rules: [
    {
      name: 'clause-heading',
      explains:
        'Every `##` heading of a policy is a clause with the code of the policy, because clauses are what is cited.',
      bad: '## Proof of origin',
      good: '## CF-2 Proof of origin',
    },
    {
      name: 'clause-order',
      explains: 'Clauses count up from 1 in the order of the page, so that a code is found by its place.',
      bad: '## CF-3 … before ## CF-2 …',
      good: '## CF-2 … before ## CF-3 …',
    },
    {
      name: 'clause-of-other-policy',
      explains: 'A decision template applies clauses of the policy that it names.',
      bad: 'policy: counterfeit, clauses: [OP-1]',
      good: 'policy: counterfeit, clauses: [CF-1]',
    },
  ],
  run: ({ playbook }) => [
    ...playbook.ofType('policies').flatMap(headingIssues),
    ...playbook.ofType('decision-templates').flatMap((template) => {
      const code = playbook.find('policies', template.data.policy)?.data.code;
      if (!code) return [];
      return template.data.clauses.flatMap((clause, index) =>
        clause.startsWith(`${code}-`)
          ? []
          : [
              atField(template, ['clauses', index], {
                rule: 'clause-of-other-policy',
                message: `Unexpected clause \`${clause}\`, expected one of \`${template.data.policy}\`, which begin with \`${code}-\``,
                hint: 'Name the policy that the clause belongs to, or another clause.',
              }),
            ],
      );
    }),
  ],
};

function headingIssues(policy: Entry<'policies'>): Issue[] {
  const { code } = policy.data;
  const tops = policy.headings.filter(({ depth }) => depth === 2);
  const example = `## ${code}-${policy.clauses.length + 1}`;
  if (tops.length === 0) {
    return [
      atField(policy, [], {
        rule: 'clause-heading',
        message: 'Unexpected policy without clauses, expected at least one',
        hint: `Begin the first with a heading such as \`## ${code}-1 Title\`.`,
      }),
    ];
  }
  return tops.flatMap((heading) => {
    const clause = policy.clauses.find(({ line }) => line === heading.line);
    if (!clause?.code.startsWith(`${code}-`)) {
      return [
        atPosition(policy.file, heading, {
          rule: 'clause-heading',
          message: `Unexpected heading \`${heading.text}\`, expected one that begins with a clause code of ${code}`,
          hint: `Write \`${example} ${heading.text.replace(/^[A-Z]{2,4}-\d+\s*/, '')}\`, or make it a \`###\` heading.`,
        }),
      ];
    }
    const before = policy.clauses.filter(({ line }) => line < clause.line);
    const last = before.at(-1);
    if (last && numberOf(last.code) > numberOf(clause.code)) {
      return [
        atPosition(policy.file, heading, {
          rule: 'clause-order',
          message: `Unexpected clause \`${clause.code}\` after \`${last.code}\`, expected codes that count up`,
          hint: `Move \`${clause.code}\` before \`${last.code}\`. A code keeps its meaning: do not renumber.`,
        }),
      ];
    }
    return [];
  });
}

const numberOf = (code: string): number => Number(code.split('-')[1]);
