import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { lintRule } from 'unified-lint-rule';
import { nodesOf } from '#playbook/nodes.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';

export const bareUrl: ProseRule = {
  name: 'bare-url',
  explains: 'A link says where it leads in words, because an address is neither read aloud nor understood.',
  bad: 'See https://eur-lex.europa.eu/eli/reg/2022/2065/oj.',
  good: 'See [the text of the DSA](https://eur-lex.europa.eu/eli/reg/2022/2065/oj).',
  where: 'policies',
  severity: 'warning',
  plugin: lintRule<Root, ProseContext>('remark-lint:bare-url', (tree, file) => {
    for (const node of nodesOf(tree)) {
      if (node.type !== 'link' || !node.position) continue;
      const shown = textOf(node);
      if (!/^(?:https?:\/\/|www\.)/.test(shown) || !node.url.endsWith(shown)) continue;
      report(
        file,
        node.position.start,
        `Unexpected bare address \`${shown}\`, expected a link with words`,
        `Write \`[where it leads](${node.url})\`.`,
      );
    }
  }),
};
