import type { ElementContent } from 'hast';
import { entryPath } from '#playbook/paths.ts';
import { fromKey } from '../words.ts';
import type { BodyContext } from './body.ts';
import { el } from './el.ts';

/** A component in a body, as the parser gives it; the gate has checked its name and attributes. */
export interface MdxElement {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: readonly { type: string; name: string; value?: unknown }[];
  children: ElementContent[];
}

/** How each component that authors may use reads as plain HTML. */
const components: Readonly<Record<string, (node: MdxElement, context: BodyContext) => ElementContent[]>> = {
  /** On the page of a decision template the question about the fact shows the pair as well. */
  BoundaryPair: (node) => [
    el(
      'div',
      {
        className: ['pair'],
        role: 'group',
        ariaLabel: 'Two cases that differ in one fact',
        dataFact: attribute(node, 'fact') || undefined,
      },
      ...node.children,
    ),
  ],
  Case: (node, { outcomes }) => {
    const key = attribute(node, 'outcome');
    const outcome = Object.hasOwn(outcomes, key) ? outcomes[key] : undefined;
    const badge = el(
      'span',
      { className: ['outcome'], dataFamily: outcome?.family },
      outcome?.name ?? fromKey(key),
    );
    return [el('div', { className: ['case'] }, badge, ...paragraphs(node.children))];
  },
  Note: (node) => {
    const kind = attribute(node, 'kind');
    const title = el('strong', { className: ['note-title'] }, noteTitles[kind] ?? 'Note');
    return [
      el('div', { className: ['note'], dataKind: kind, role: 'note' }, title, ...paragraphs(node.children)),
    ];
  },
  /** A stretch of a message that not everybody reads: who does is said beside it. */
  When: (node) => {
    const block = node.type === 'mdxJsxFlowElement';
    const asked = node.attributes.map(
      ({ name }) => `${name} ${attribute(node, name).replace(/, ?| /g, ' or ')}`,
    );
    const label = el('small', { dataCondition: '' }, `Only for ${asked.join(' and ')}${block ? '' : ': '}`);
    const children = block ? paragraphs(node.children) : node.children;
    return [el(block ? 'div' : 'span', { className: ['when'] }, label, ...children)];
  },
  /** The text of a passage where a macro includes it, with the way to its source. */
  Passage: (node, { passage, base }) => {
    const id = attribute(node, 'id');
    const source = el('a', { href: base + entryPath(`passages/${id}`).slice(1) }, 'Passage');
    const label = el('small', { dataNotSent: '' }, source);
    return [el('div', { className: ['passage'] }, label, ...passage(id))];
  },
  /** Marks what the law asks for; a reader sees the text alone. */
  Covers: ({ type, children }) => (type === 'mdxJsxFlowElement' ? paragraphs(children) : children),
};

const noteTitles: Readonly<Record<string, string>> = {
  tip: 'Tip',
  caution: 'Caution',
  legal: 'Check with Legal',
};

/** A checked component as plain elements. */
export function componentToElements(node: MdxElement, context: BodyContext): ElementContent[] {
  const name = node.name ?? '';
  const component = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!component) throw new Error(`Unexpected <${name}> in a checked body`);
  return component(node, context);
}

const attribute = (node: MdxElement, name: string): string => {
  const value = node.attributes.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : '';
};

const blocks = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'pre', 'div']);

/** Children that begin on the line of their tag come without a paragraph: they get one. */
function paragraphs(children: ElementContent[]): ElementContent[] {
  const hasBlock = children.some(
    (child) => isFlow(child) || (child.type === 'element' && blocks.has(child.tagName)),
  );
  return hasBlock ? children : [el('p', {}, ...children)];
}

const isFlow = (node: { type: string }): boolean => node.type === 'mdxJsxFlowElement';
