import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { AnyEntry, Clause } from '#playbook/entry.ts';
import { clausePath, entryPath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { metaOf, walkSchema } from '#playbook/walk-schema.ts';
import { contentTypes } from '#schemas/index.ts';
import { el } from '../render/el.ts';
import { codeOf } from '../views/page-link.ts';
import { fromKey } from '../words.ts';
import { blockTexts } from './block-texts.ts';
import { type Facets, facetsOf } from './facets.ts';

/** One thing that search finds: its address from the site's root and the HTML that is indexed for it. */
export interface SearchRecord {
  url: string;
  content: string;
}

/** What search finds of an entry: the entry itself, and each of its clauses on its own. Drafts are not found. */
export function searchRecords(playbook: Playbook, entry: AnyEntry): SearchRecord[] {
  if (entry.data.status === 'draft') return [];
  const facets = facetsOf(playbook, entry);
  const blocks = blockTexts(entry.tree);
  const code = codeOf(playbook, entry);
  const type = fromKey(contentTypes[entry.type].singular);
  const { title, summary, aliases, status } = entry.data;
  const whole = record({
    url: entryPath(entry.id),
    title: code && entry.type !== 'decision-templates' ? `${code} ${title}` : title,
    type: status === 'retired' ? `${type}, retired` : type,
    summary,
    aliases,
    facets,
    text: [...fieldTexts(entry), ...blocks.map(({ text }) => text)],
  });
  const clauses = entry.clauses.map((clause, index) => {
    const end = entry.clauses[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const text = blocks.filter(({ line }) => line > clause.line && line < end).map(({ text }) => text);
    return clauseRecord(entry, clause, facets, text);
  });
  return [whole, ...clauses];
}

const clauseRecord = (policy: AnyEntry, clause: Clause, facets: Facets, text: string[]): SearchRecord =>
  record({
    url: clausePath(policy.id, clause.code),
    title: `${clause.code} ${clause.title}`,
    type: 'Clause',
    summary: policy.data.title,
    aliases: [],
    facets: { ...facets, Type: ['Clause'] },
    text,
  });

interface RecordParts {
  url: string;
  title: string;
  type: string;
  summary: string;
  aliases: readonly string[];
  facets: Facets;
  text: readonly string[];
}

/** Aliases weigh as much as a heading and are read by nobody: this HTML is indexed and never shown. */
function record({ url, title, type, summary, aliases, facets, text }: RecordParts): SearchRecord {
  const filters = Object.entries(facets).flatMap(([name, values]) =>
    values.map((value) =>
      el('span', { dataPagefindFilter: `${name}:${value}`, dataPagefindIgnore: 'index' }),
    ),
  );
  const body: ElementContent[] = [
    el('h1', { dataPagefindMeta: 'title' }, title),
    el('p', { dataPagefindMeta: 'summary', dataPagefindWeight: '3' }, summary),
    ...(aliases.length > 0 ? [el('p', { dataPagefindWeight: '5' }, aliases.join(', '))] : []),
    ...text.map((paragraph) => el('p', {}, paragraph)),
    el('span', { dataPagefindMeta: `type:${type}` }),
    ...filters,
  ];
  const html = el('html', { lang: 'en' }, el('body', { dataPagefindBody: '' }, ...body));
  return { url, content: toHtml(html) };
}

/** Sentences in an entry's own fields; what all types share is indexed apart, references are found by their targets. */
function fieldTexts({ type, data }: AnyEntry): string[] {
  const texts: string[] = [];
  walkSchema(contentTypes[type].schema, data, (schema, value, path, key) => {
    const shared = path.length > 0 && sharedFields.has(String(path[0]));
    if (shared || key || typeof value !== 'string' || metaOf(schema).references) return;
    if (value.includes(' ')) texts.push(value);
  });
  return [...new Set(texts)];
}

const sharedFields = new Set([
  'title',
  'summary',
  'owner',
  'status',
  'effective',
  'reviewBy',
  'aliases',
  'formerly',
]);
