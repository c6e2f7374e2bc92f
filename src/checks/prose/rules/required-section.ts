import type { Heading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { lintRule } from 'unified-lint-rule';
import { nearest } from '#playbook/nearest.ts';
import type { ContentType } from '#schemas/index.ts';
import { entryOf } from '../file-entry.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';

/** The `##` headings that each type of entry has, in this order; others may stand between them. */
export const requiredSections: Readonly<Partial<Record<ContentType, readonly string[]>>> = {
  procedures: ['Steps', 'When you are done', 'If it goes wrong'],
  precedents: ['The case', 'Why it was decided so'],
  'evidence-standards': ['How to read it'],
  'decision-templates': ['Before you start'],
};

export const requiredSection: ProseRule = {
  name: 'required-section',
  explains:
    'Entries of one type have the same sections in the same order, because a reader under time looks for the place, not for the words.',
  bad: '## The case\n\nA seller sent two invoices.',
  good: '## The case\n\nA seller sent two invoices.\n\n## Why it was decided so\n\nThe two came from one source.',
  where: 'precedents',
  severity: 'error',
  plugin: lintRule<Root, ProseContext>('remark-lint:required-section', (tree, file) => {
    const { type, positionOf } = entryOf(file);
    const headings = tree.children.filter(
      (node): node is Heading => node.type === 'heading' && node.depth === 2,
    );
    const texts = headings.map((heading) => textOf(heading));
    let before = -1;
    for (const section of requiredSections[type] ?? []) {
      const index = texts.indexOf(section);
      const heading = headings[index];
      if (!heading) {
        const near = headings[texts.indexOf(nearest(section, texts, 1)[0] ?? '')];
        report(
          file,
          near?.position?.start ?? positionOf([]),
          near
            ? `Unexpected heading \`${textOf(near)}\`, expected \`${section}\``
            : `Unexpected absence of a section, expected the heading \`${section}\``,
          `Write \`## ${section}\`: every entry in ${type} has it.`,
        );
      } else if (index < before && heading.position) {
        report(
          file,
          heading.position.start,
          `Unexpected heading \`${section}\` before \`${texts[before]}\`, expected it behind`,
          `The order in ${type} is ${requiredSections[type]?.map((name) => `\`${name}\``).join(', ')}.`,
        );
      }
      before = Math.max(before, index);
    }
  }),
};
