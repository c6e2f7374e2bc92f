import { type Block, type Condition, conditionKeys, type Inline } from './text.ts';

/**
 * A message as one text in which two messages are equal where they say the same: emphasis and marks of coverage do not
 * count, words, links, variables (each with its default, which may be sent), conditions, paragraphs and lists do.
 */
export function canonical(
  blocks: readonly Block[],
  defaultOf: (name: string) => string | undefined = () => undefined,
): string {
  const line = (nodes: readonly Inline[]) => canonicalLine(nodes, defaultOf);
  const write = (blocks: readonly Block[], indent: string): string[] =>
    blocks.flatMap((block): string[] => {
      switch (block.type) {
        case 'paragraph':
          return [indent + line(block.children)];
        case 'list':
          return block.items.flatMap((item, index) => [
            `${indent}${block.ordered ? `${index + 1}.` : '-'}`,
            ...write(item, `${indent}  `),
          ]);
        case 'when':
          return [
            `${indent}<${conditionText(block.on)}>`,
            ...write(block.children, `${indent}  `),
            `${indent}</>`,
          ];
        case 'covers':
          return write(block.children, indent);
        default:
          return [`${indent}<passage ${block.id}>`];
      }
    });
  return write(blocks, '').join('\n');
}

/** The same for a line of text. */
export const canonicalLine = (
  nodes: readonly Inline[],
  defaultOf: (name: string) => string | undefined = () => undefined,
): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.value.replace(/[\\{}<>[\]]/g, '\\$&');
        case 'break':
          return '\\n';
        case 'variable': {
          const fallback = defaultOf(node.name);
          return fallback === undefined ? `{${node.name}}` : `{${node.name}|${fallback}}`;
        }
        case 'link':
          return `[${canonicalLine(node.children, defaultOf)}](${node.url})`;
        case 'when':
          return `<${conditionText(node.on)}>${canonicalLine(node.children, defaultOf)}</>`;
        default:
          return canonicalLine(node.children, defaultOf);
      }
    })
    .join('');

/** `region=EU,UK`, keys and values in a fixed order. */
const conditionText = (on: Condition): string =>
  conditionKeys.flatMap((key) => (on[key] ? [`${key}=${[...on[key]].sort().join()}`] : [])).join(' ');
