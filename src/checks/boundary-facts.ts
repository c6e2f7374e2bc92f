import { didYouMean } from '#playbook/nearest.ts';
import { atPosition } from './at.ts';
import type { Check } from './check.ts';
import { componentAttributes } from './component-attributes.ts';

/** The fact that a boundary pair turns on is one of the decision template that it stands in. */
export const boundaryFacts: Check = {
  rules: [
    {
      name: 'boundary-fact',
      explains: 'A boundary pair turns on a fact of the decision template that it stands in.',
      bad: '<BoundaryPair fact="unit">…</BoundaryPair>',
      good: '<BoundaryPair fact="units">…</BoundaryPair>',
    },
  ],
  run({ playbook }) {
    return playbook.entries.flatMap((entry) => {
      const facts = entry.type === 'decision-templates' ? Object.keys(entry.data.facts) : [];
      return componentAttributes(entry.tree, 'BoundaryPair', 'fact')
        .filter(({ value }) => !facts.includes(value))
        .map(({ value, position }) =>
          atPosition(entry.file, position, {
            rule: 'boundary-fact',
            message: `Unexpected fact \`${value}\`, expected ${facts.length > 0 ? 'a fact of this template' : 'none outside a decision template'}`,
            hint: facts.length > 0 ? didYouMean(value, facts) : 'Leave `fact` out.',
          }),
        );
    });
  },
};
