import type { Block, Inline, VariableUse } from './text.ts';

/** A message as Markdown, for helpdesks that store it so; throws a RangeError where a condition is still open. */
export const renderMarkdown = (blocks: readonly Block[], variable: (use: VariableUse) => string): string =>
  blocks.map((block) => blockMarkdown(block, variable)).join('\n\n');

type Write = (use: VariableUse) => string;

function blockMarkdown(block: Block, write: Write): string {
  switch (block.type) {
    case 'paragraph':
      return inlineMarkdown(block.children, write).replace(
        /^(\d+)([.)])|^([#>+=-]|\*(?=\s))/gm,
        (_, number, dot, mark) => (mark ? `\\${mark}` : `${number}\\${dot}`),
      );
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${index + 1}. ` : '- ';
          const text = renderMarkdown(item, write);
          return mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
        })
        .join('\n');
    case 'covers':
      return renderMarkdown(block.children, write);
    case 'when':
      throw new RangeError('A condition is still open');
    case 'passage':
      throw new RangeError(`Passage ${block.id} is not included`);
  }
}

/** Inside of other emphasis a mark is written with `_`, so that two runs of stars cannot be taken for one. */
const inlineMarkdown = (
  nodes: readonly Inline[],
  write: Write,
  inside: readonly Inline['type'][] = [],
): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.value.replace(/[\\`*_[\]<>&~|!]/g, '\\$&');
        case 'break':
          return '\\\n';
        case 'variable':
          return write(node);
        case 'strong':
        case 'emphasis': {
          const within = inlineMarkdown(node.children, write, [...inside, node.type]);
          const nested = node.type === 'strong' ? inside.includes('strong') : inside.length > 0;
          const mark = (nested ? '_' : '*').repeat(node.type === 'strong' ? 2 : 1);
          return mark + within + mark;
        }
        case 'link':
          return `[${inlineMarkdown(node.children, write, inside)}](<${node.url}>)`;
        case 'when':
          throw new RangeError('A condition is still open');
        default:
          return inlineMarkdown(node.children, write, inside);
      }
    })
    .join('');
