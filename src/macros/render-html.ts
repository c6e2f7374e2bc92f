import type { Block, Condition, Inline, VariableUse } from './text.ts';

/** How the parts that differ between targets are written in HTML. */
export interface HtmlStyle {
  variable: (use: VariableUse) => string;
  /** Wraps text that stands under a condition; left out, a condition that is still open throws a RangeError. */
  when?: (on: Condition, html: string) => string;
  /** Names of the elements for strong text and emphasis. */
  strong: string;
  emphasis: string;
}

/** What the user receives: values as text, addresses as links, blanks that are still empty as `{name}`. */
const sent: HtmlStyle = {
  variable: ({ name, value, href }) => {
    const text = escapeText(value ?? `{${name}}`).replaceAll('\n', '<br>');
    return href ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
  },
  strong: 'strong',
  emphasis: 'em',
};

/** A message as HTML: p, ul, ol, li, strong, em, a and br, no attribute but href, nothing between the blocks. */
export const renderHtml = (blocks: readonly Block[], style: HtmlStyle = sent): string =>
  blocks.map((block) => blockHtml(block, style)).join('');

function blockHtml(block: Block, style: HtmlStyle): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children, style)}</p>`;
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>${block.items.map((item) => `<li>${itemHtml(item, style)}</li>`).join('')}</${name}>`;
    }
    case 'when':
      return condition(style)(block.on, renderHtml(block.children, style));
    case 'covers':
      return renderHtml(block.children, style);
    case 'passage':
      throw new RangeError(`Passage ${block.id} is not included`);
  }
}

/** A first paragraph that no other follows needs no element of its own. */
function itemHtml(item: readonly Block[], style: HtmlStyle): string {
  const [first, ...rest] = item;
  if (first?.type !== 'paragraph' || rest.some(({ type }) => type !== 'list')) return renderHtml(item, style);
  return inlineHtml(first.children, style) + renderHtml(rest, style);
}

const inlineHtml = (nodes: readonly Inline[], style: HtmlStyle): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return escapeText(node.value);
        case 'break':
          return '<br>';
        case 'variable':
          return style.variable(node);
        case 'link':
          return `<a href="${escapeHtml(node.url)}">${inlineHtml(node.children, style)}</a>`;
        case 'when':
          return condition(style)(node.on, inlineHtml(node.children, style));
        case 'covers':
          return inlineHtml(node.children, style);
        default:
          return `<${style[node.type]}>${inlineHtml(node.children, style)}</${style[node.type]}>`;
      }
    })
    .join('');

const condition = ({ when }: HtmlStyle) => {
  if (!when) throw new RangeError('A condition is still open');
  return when;
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for the content of an element, as browsers write it: what is copied comes off a clipboard byte for byte. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (character) => entities[character] ?? '');

/** Text for the content of an element or a double-quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
