import type { Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import { nodesOf } from '#playbook/nodes.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';

/** What says that there is an image, which is announced anyway, or how its file is called. */
const empty =
  /^(?:an? |the )?(?:image|picture|photo|photograph|screenshot|graphic|figure|icon|diagram)\b(?:\s+of\b.*|\s*\d*)$|\.(?:png|jpe?g|webp|gif)$/i;

export const altText: ProseRule = {
  name: 'alt-text',
  explains:
    'The description of an image says what it shows, because that is all that some reviewers get; that it is an image is announced anyway.',
  bad: '![Image of a hologram](./hologram.png)',
  good: '![A hologram with two layers](./hologram.png)',
  where: 'glossary',
  severity: 'warning',
  plugin: lintRule<Root, ProseContext>('remark-lint:alt-text', (tree, file) => {
    for (const node of nodesOf(tree)) {
      if (node.type !== 'image' || !node.position || !empty.test(node.alt?.trim() ?? '')) continue;
      report(
        file,
        node.position.start,
        `Unexpected description \`${node.alt}\`, expected what the image shows`,
        'Begin with the thing itself: `![A hologram with two layers](./name.png)`.',
      );
    }
  }),
};
