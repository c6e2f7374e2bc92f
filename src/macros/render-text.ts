import type { Block, Inline, VariableUse } from './text.ts';

/** A blank that is still empty reads `{name}`. */
const sent = ({ name, value }: VariableUse): string => value ?? `{${name}}`;

/** A message as plain text: an empty line between blocks, `-` or `1.` before list items, addresses after link texts. */
export const renderText = (blocks: readonly Block[], variable: (use: VariableUse) => string = sent): string =>
  blockLines(blocks, variable).join('\n');

/** A line, such as a subject, as plain text. */
export const renderLine = (nodes: readonly Inline[], variable: (use: VariableUse) => string = sent): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.value;
        case 'break':
          return '\n';
        case 'variable':
          return variable(node);
        case 'link': {
          const text = renderLine(node.children, variable);
          const address = node.url.replace(/^mailto:/, '');
          return text === address || text === node.url ? text : `${text} (${address})`;
        }
        case 'when':
          throw new RangeError('A condition is still open');
        default:
          return renderLine(node.children, variable);
      }
    })
    .join('');

type Write = (use: VariableUse) => string;

const blockLines = (blocks: readonly Block[], write: Write): string[] =>
  blocks.flatMap((block, index) => [...(index > 0 ? [''] : []), ...linesOf(block, write)]);

function linesOf(block: Block, write: Write): string[] {
  switch (block.type) {
    case 'paragraph':
      return renderLine(block.children, write).split('\n');
    case 'list':
      return block.items.flatMap((item, index) =>
        itemLines(item, block.ordered ? `${index + 1}. ` : '- ', write),
      );
    case 'covers':
      return blockLines(block.children, write);
    case 'when':
      throw new RangeError('A condition is still open');
    case 'passage':
      throw new RangeError(`Passage ${block.id} is not included`);
  }
}

/** A list directly under its item's text needs no empty line. */
function itemLines(item: readonly Block[], mark: string, write: Write): string[] {
  const lines = item.flatMap((block, index) => [
    ...(index > 0 && block.type !== 'list' ? [''] : []),
    ...linesOf(block, write),
  ]);
  return lines.map((line, index) => (index === 0 ? mark + line : line && ' '.repeat(mark.length) + line));
}
