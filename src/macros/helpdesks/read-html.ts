import type { Element, ElementContent, Root, RootContent } from 'hast';
import { htmlToHast } from 'satteri';
import type { Block, Inline } from '../text.ts';
import { tidy } from '../tidy.ts';

/** The HTML of a helpdesk as a message; elements outside of our subset, and every attribute but an address, are read as their content. */
export const readHtml = (html: string): Block[] => tidy(blocksOf((htmlToHast(html) as Root).children));

type Node = RootContent | ElementContent;

/** Elements that begin a block of their own. */
const containers: ReadonlySet<string> = new Set([
  'html',
  'body',
  'div',
  'section',
  'article',
  'blockquote',
  'table',
  'tbody',
  'tr',
  'td',
  'li',
]);
const paragraphs: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);
const hidden: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template']);

/** Blocks; text that stands between them becomes a paragraph. */
function blocksOf(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = [];
  let run: Node[] = [];
  const endRun = () => {
    if (run.length) blocks.push({ type: 'paragraph', children: inlinesOf(run) });
    run = [];
  };
  for (const node of nodes) {
    const block = node.type === 'element' ? blockOf(node) : undefined;
    if (block) {
      endRun();
      blocks.push(...block);
    } else run.push(node);
  }
  endRun();
  return blocks;
}

/** The blocks that an element is; undefined where it stands within a line. */
function blockOf({ tagName, children }: Element): Block[] | undefined {
  if (hidden.has(tagName)) return [];
  if (paragraphs.has(tagName)) return [{ type: 'paragraph', children: inlinesOf(children) }];
  if (tagName === 'ul' || tagName === 'ol') {
    const items = children.filter(
      (child): child is Element => child.type === 'element' && child.tagName === 'li',
    );
    return [{ type: 'list', ordered: tagName === 'ol', items: items.map((item) => blocksOf(item.children)) }];
  }
  return containers.has(tagName) ? blocksOf(children) : undefined;
}

function inlinesOf(nodes: readonly Node[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (node.type !== 'element' || hidden.has(node.tagName)) return [];
    const children = inlinesOf(node.children);
    switch (node.tagName) {
      case 'br':
        return [{ type: 'break' }];
      case 'strong':
      case 'b':
        return [{ type: 'strong', children }];
      case 'em':
      case 'i':
        return [{ type: 'emphasis', children }];
      case 'a': {
        const { href } = node.properties;
        return typeof href === 'string' ? [{ type: 'link', url: href, children }] : children;
      }
      default:
        return children;
    }
  });
}
