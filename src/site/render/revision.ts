import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { displayText } from '#history/display-text.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import { isEntryFile } from '#repository/gate/file-names.ts';
import { isBesideEntry } from '#repository/gate/images.ts';
import { readEntry } from '#repository/read-entry.ts';
import { contentTypes } from '#schemas/index.ts';
import { fromKey } from '../words.ts';
import { bodyInSections } from './body.ts';
import { el } from './el.ts';
import { fieldList } from './field-list.ts';

/** What a text of the past looks like today: as a page where it still is an entry, else as the text that it is. */
export type RevisionContent =
  | { kind: 'page'; title: string; summary: string; body: string; fields: string }
  | {
      kind: 'text';
      /** Why it is not shown as a page. */
      why: string;
      source: string;
      /** How many characters more there are. */
      cut: number;
    };

/** What stands around the entry today and is not kept with a revision. */
export interface RevisionContext {
  /** `/` or `/handbook/`. */
  base: string;
  /** Addresses of the images that the site shows, from its root. */
  images: ReadonlySet<string>;
}

/** So much of a text that is no page is shown. */
const mostCharacters = 32_768;

/**
 * Renders a text from git that was at a path under the playbook's root. It passes the same gate as an entry of today, or it
 * is shown as text: what was written before there was a gate does nothing here. Names of variables, outcomes and passages
 * are those of the text itself, so that nothing else changes what a permalink shows.
 */
export function renderRevision(
  text: string | undefined,
  file: string,
  context: RevisionContext,
): RevisionContent {
  if (text === undefined) return asText('', 'this copy of the repository does not hold it');
  if (!isEntryFile(file)) return asText(text, 'it lay where the site has no entries');
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { entry, issues } = readEntry(new TextEncoder().encode(plain), file, undefined);
  if (!entry) {
    const [first] = issues;
    const more = issues.length > 1 ? `, and ${issues.length - 1} more` : '';
    return asText(plain, `it is not what an entry may be today (${first?.message ?? 'unreadable'}${more})`);
  }
  if (!imagesAreBeside(entry)) return asText(plain, 'it shows an image that does not stand beside the entry');
  const tree = bodyInSections(entry, {
    base: context.base,
    outcomes: {},
    labels: variablesOf(entry),
    passage: (slug) => [el('p', {}, `The text of the passage ${slug} is not part of this revision.`)],
    usedBy: [],
  });
  tellImages(tree, context);
  const { data, type } = entry;
  return {
    kind: 'page',
    title: data.title,
    summary: data.summary,
    body: toHtml(tree),
    fields: toHtml(fieldList(contentTypes[type].schema, data, ['title', 'summary'])),
  };
}

const asText = (text: string, why: string): RevisionContent => ({
  kind: 'text',
  why,
  source: displayText(text.slice(0, mostCharacters)),
  cut: Math.max(0, text.length - mostCharacters),
});

function imagesAreBeside({ tree }: AnyEntry): boolean {
  let beside = true;
  visit(tree, 'image', ({ url }) => {
    beside &&= isBesideEntry(url);
  });
  return beside;
}

/** Every variable in the text, under its own label or else its name. */
function variablesOf(entry: AnyEntry): Record<string, string> {
  const labels: [string, string][] = [];
  visit(entry.tree, (node) => {
    const { type, value } = node as { type: string; value?: string };
    if (!/^mdx(?:Text|Flow)Expression$/.test(type) || value === undefined) return;
    const name = value.trim();
    labels.push([name, fromKey(name)]);
  });
  const own = 'variables' in entry.data ? entry.data.variables : {};
  return Object.fromEntries([...labels, ...Object.entries(own).map(([name, { label }]) => [name, label])]);
}

/** Images are not kept with a text: one that is still there is shown with that said, for any other its words stand. */
function tellImages(tree: Root, { base, images }: RevisionContext): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || !parent || index === undefined) return;
    const { src, alt } = node.properties;
    const path = `/${String(src).slice(base.length)}`;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const words = images.has(path)
      ? [node, el('small', {}, 'The image as it is today.')]
      : [el('small', {}, `Image that is not there any more (${name}): ${String(alt)}`)];
    parent.children[index] = el('span', { className: ['picture'] }, ...(words as Element[]));
    return index + 1;
  });
}
