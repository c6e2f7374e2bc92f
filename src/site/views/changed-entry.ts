import { displayLine } from '#history/display-text.ts';
import { folderOf } from '#history/folded-changes.ts';
import { historyPath } from '#playbook/paths.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';
import type { Past } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';
import { fieldsIn } from './fields-in.ts';
import { linkTo } from './page-link.ts';
import { policyOf } from './policy-of.ts';
import { regionsOf } from './regions.ts';

/** An entry as a list of changes names it. */
export interface ChangedEntry {
  text: string;
  /** Of its text, where that is known. */
  language: string | undefined;
  code: string | undefined;
  /** What it is about, in one sentence; '' for one that is gone. */
  summary: string;
  /** Its page, or what is left of it where it is gone; undefined for a file that has no page. */
  path: string | undefined;
  history: string | undefined;
  /** "Decision template". */
  type: string;
  gone: boolean;
  /** Filter key to its values. */
  values: Readonly<Record<'type' | 'area' | 'region', readonly string[]>>;
}

const kept = new WeakMap<SiteSource, Map<string, ChangedEntry>>();

/** Names an entry by its id: as it stands, or as its last text had it; found out once for all pages and feeds. */
export function changedEntry(source: SiteSource, past: Past, id: string): ChangedEntry {
  const named = kept.get(source) ?? new Map<string, ChangedEntry>();
  kept.set(source, named);
  const known = named.get(id);
  if (known) return known;
  const entry = nameEntry(source, past, id);
  named.set(id, entry);
  return entry;
}

function nameEntry({ playbook }: SiteSource, past: Past, id: string): ChangedEntry {
  const folder = folderOf(id);
  const regions = Object.keys(playbook.organisation.regions);
  const entry = playbook.get(id);
  if (entry) {
    const { path, text, code } = linkTo(playbook, entry);
    const policy = policyOf(playbook, entry);
    return {
      text,
      language: 'language' in entry.data ? entry.data.language : undefined,
      code,
      summary: entry.data.summary,
      path,
      history: historyPath(id),
      type: fromKey(contentTypes[entry.type].singular),
      gone: false,
      values: { type: [folder], area: policy ? [policy.data.area] : [], region: regionsOf(entry) ?? regions },
    };
  }
  const type = typeOf(id);
  const field = lastFields(past, id);
  const area = field('area') ?? playbook.find('policies', field('policy') ?? '')?.data.area;
  const region = field('region');
  const history = type && historyPath(id);
  return {
    text: (type && field('title')) ?? fromKey(displayLine(id.split('/').at(-1) ?? id)),
    language: undefined,
    code: undefined,
    summary: '',
    path: history,
    history,
    type: type ? fromKey(contentTypes[type].singular) : 'Settings',
    gone: type !== undefined,
    values: {
      type: [folder],
      area: area === undefined ? [] : [area],
      region: region === undefined ? regions : [region],
    },
  };
}

/** The type of an entry by its id; undefined for a file that is no entry's. */
function typeOf(id: string): ContentType | undefined {
  const folder = /^([a-z-]+)\/[a-z0-9.-]+$/.exec(id)?.[1];
  return folder !== undefined && Object.hasOwn(contentTypes, folder) ? (folder as ContentType) : undefined;
}

/** Fields of one line from the last text of an entry. */
function lastFields(past: Past, id: string): (key: string) => string | undefined {
  const entry = past.entries.get(id);
  const last = entry?.told.revisions.find(({ blob, before }) => blob !== '' || before !== '');
  return fieldsIn(last && entry?.textOf(last.blob || last.before));
}
