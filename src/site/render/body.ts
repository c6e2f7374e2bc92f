import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { mdxToHast } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import type { AnyEntry } from '#playbook/entry.ts';
import type { BackLink } from '#playbook/references.ts';
import { bodyFeatures } from '#repository/gate/parse-body.ts';
import type { Variable } from '#schemas/macro.ts';
import type { SiteSource } from '../site-source.ts';
import { clauseSections } from './clause-sections.ts';
import { componentToElements, type MdxElement } from './components.ts';
import { el } from './el.ts';
import { imagePath } from './images.ts';

/** What a body is rendered with besides its own text. */
export interface BodyContext {
  /** `/` or `/handbook/`. */
  base: string;
  outcomes: SiteSource['playbook']['organisation']['outcomes'];
  /** Labels of the variables that the text may use. */
  labels: Readonly<Record<string, string>>;
  /** The rendered text of a passage; nothing where it is not found or would include itself. */
  passage: (slug: string) => ElementContent[];
  /** Who uses the entry. */
  usedBy: readonly BackLink[];
}

/** For each entry, what its body is rendered with; the text of a passage is rendered once, however many macros include it. */
export function bodyContexts(
  { playbook, usedBy }: SiteSource,
  basePath: string,
): (entry: AnyEntry) => BodyContext {
  const { outcomes, variables } = playbook.organisation;
  const base = basePath.endsWith('/') ? basePath : `${basePath}/`;
  const passages = new Map<string, ElementContent[]>();
  const passage = (slug: string): ElementContent[] => {
    const known = passages.get(slug);
    if (known) return known;
    const found = playbook.find('passages', slug);
    const context = { base, outcomes, labels: labelsOf(variables), passage: () => [], usedBy: [] };
    const text = found ? (bodyTree(found, context).children as ElementContent[]) : [];
    passages.set(slug, text);
    return text;
  };
  return (entry) => {
    const own = 'variables' in entry.data ? entry.data.variables : {};
    return {
      base,
      outcomes,
      labels: labelsOf({ ...variables, ...own }),
      passage,
      usedBy: usedBy.get(entry.id) ?? [],
    };
  };
}

const labelsOf = (variables: Readonly<Record<string, Variable>>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).map(([name, { label }]) => [name, label]));

/** The HTML of a checked body: components as plain elements, headings with their ids, site links under the base path. */
export const renderBody = (entry: AnyEntry, context: BodyContext): string =>
  toHtml(bodyInSections(entry, context));

/** The same as a tree. */
export function bodyInSections(entry: AnyEntry, context: BodyContext): Root {
  const tree = bodyTree(entry, context);
  return entry.type === 'policies' ? clauseSections(tree, entry, context) : tree;
}

function bodyTree(entry: AnyEntry, context: BodyContext): Root {
  const tree = mdxToHast(entry.body, { features: bodyFeatures }) as Root;
  giveHeadingIds(tree, entry);
  addressLinks(tree, entry, context.base);
  replaceMdx(tree, context);
  letTablesScroll(tree);
  return tree;
}

/** Components and variables become elements; the gate has refused everything else, so anything else is a fault here. */
function replaceMdx(tree: Root, context: BodyContext): void {
  visit(tree, (node, index, parent) => {
    const { type } = node as { type: string };
    if (!type.startsWith('mdx') || !parent || index === undefined) return;
    parent.children.splice(index, 1, ...plain(node as unknown as MdxElement | MdxExpression, context));
    return index;
  });
}

interface MdxExpression {
  type: 'mdxTextExpression' | 'mdxFlowExpression';
  value: string;
}

function plain(node: MdxElement | MdxExpression, context: BodyContext): ElementContent[] {
  if ('name' in node) return componentToElements(node, context);
  const name = node.value.trim();
  const label = Object.hasOwn(context.labels, name) ? context.labels[name] : undefined;
  if (!label) throw new Error(`Unexpected {${node.value}} in a checked body`);
  const chip = el('var', { className: ['chip'], dataName: name }, label);
  return [node.type === 'mdxFlowExpression' ? el('p', {}, chip) : chip];
}

/** Ids come from the reader, in order, so that the site, the checks and back-links agree on every anchor. */
function giveHeadingIds(tree: Root, entry: AnyEntry): void {
  let next = 0;
  visit(tree, 'element', (node) => {
    if (!/^h[1-6]$/.test(node.tagName)) return;
    const heading = entry.headings[next++];
    if (heading) node.properties.id = heading.slug;
  });
}

/** A table wider than a phone scrolls within itself, and what scrolls is reached by keyboard. */
function letTablesScroll(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    parent.children[index] = el(
      'div',
      { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
      node,
    );
    return SKIP;
  });
}

/** Puts site paths under the base path, images at the address of their folder; other hosts are not told who comes. */
function addressLinks(tree: Root, entry: AnyEntry, base: string): void {
  visit(tree, 'element', (node: Element) => {
    const { href, src } = node.properties;
    if (typeof href === 'string' && href.startsWith('/')) node.properties.href = base + href.slice(1);
    if (typeof href === 'string' && href.startsWith('https:')) node.properties.rel = ['noreferrer'];
    if (node.tagName === 'img' && typeof src === 'string') {
      node.properties.src = base + imagePath(entry.file, src).slice(1);
      node.properties.loading = 'lazy';
    }
  });
}
