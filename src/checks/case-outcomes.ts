import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { visit } from 'unist-util-visit';
import { didYouMean } from '#playbook/nearest.ts';
import { atPosition } from './at.ts';
import type { Check } from './check.ts';

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
    return playbook.entries.flatMap((entry) => {
      const found: ReturnType<typeof atPosition>[] = [];
      visit(entry.tree, (node: Nodes) => {
        if (!isElement(node) || node.name !== 'Case') return;
        const outcome = node.attributes.find(
          (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'outcome',
        )?.value;
        if (typeof outcome !== 'string' || known.includes(outcome)) return;
        found.push(
          atPosition(entry.file, node.position?.start ?? { line: 0, column: 0 }, {
            rule: 'case-outcome',
            message: `Unexpected outcome \`${outcome}\`, expected a key of \`outcomes\` in organisation.yaml`,
            hint: didYouMean(outcome, known),
          }),
        );
      });
      return found;
    });
  },
};

const isElement = (node: Nodes): node is MdxJsxFlowElement | MdxJsxTextElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
