import type { FieldPath } from '#playbook/entry.ts';
import { didYouMean } from '#playbook/nearest.ts';
import type { DecisionTable, When } from '#schemas/decision-template.ts';
import type { Finding } from './finding.ts';

/** Facts and values that conditions name and the table does not have, and rule ids that stand twice. */
export function unknownNames(table: DecisionTable): Finding[] {
  const seen = new Set<string>();
  return [
    ...table.rules.flatMap(({ when }, index) => unknownIn(table, when, ['rules', index, 'when'])),
    ...table.exclusions.flatMap(({ when }, index) => unknownIn(table, when, ['exclusions', index, 'when'])),
    ...table.rules.flatMap(({ id }, index): Finding[] => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [
        {
          rule: 'decision-duplicate-rule-id',
          severity: 'error',
          message: `Unexpected second rule \`${id}\`, expected an id that is unique in the table`,
          hint: 'Give it a number that the table has never used.',
          path: ['rules', index, 'id'],
        },
      ];
    }),
  ];
}

function unknownIn({ facts }: DecisionTable, when: When, path: FieldPath): Finding[] {
  return Object.entries(when).flatMap(([name, wanted]): Finding[] => {
    if (!Object.hasOwn(facts, name)) {
      return [
        {
          rule: 'decision-unknown-fact',
          severity: 'error',
          message: `Unexpected fact \`${name}\`, expected one of the table`,
          hint: didYouMean(name, Object.keys(facts)),
          path: [...path, name],
          isKey: true,
        },
      ];
    }
    const values = Object.keys(facts[name]?.values ?? {});
    return [wanted].flat().flatMap((value, index): Finding[] =>
      values.includes(value)
        ? []
        : [
            {
              rule: 'decision-unknown-value',
              severity: 'error',
              message: `Unexpected value \`${value}\` of \`${name}\`, expected one of its values`,
              hint: didYouMean(value, values),
              path: Array.isArray(wanted) ? [...path, name, index] : [...path, name],
            },
          ],
    );
  });
}
