import { didYouMean } from '#playbook/nearest.ts';
import { atPosition } from './at.ts';
import type { Check } from './check.ts';
import { componentAttributes } from './component-attributes.ts';

/** The outcome that an example names is one that the organisation knows. */
export const caseOutcomes: Check = {
  rules: [
    {
      name: 'case-outcome',
      explains: 'An example case ends in an outcome of organisation.yaml.',
      bad: '<Case outcome="upheld">…</Case>',
      good: '<Case outcome="uphold">…</Case>',
    },
  ],
  run({ playbook }) {
    const known = Object.keys(playbook.organisation.outcomes);
    return playbook.entries.flatMap(({ file, tree }) =>
      componentAttributes(tree, 'Case', 'outcome')
        .filter(({ value }) => !known.includes(value))
        .map(({ value, position }) =>
          atPosition(file, position, {
            rule: 'case-outcome',
            message: `Unexpected outcome \`${value}\`, expected a key of \`outcomes\` in organisation.yaml`,
            hint: didYouMean(value, known),
          }),
        ),
    );
  },
};
