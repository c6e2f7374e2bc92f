import type { AnyEntry } from '#playbook/entry.ts';
import { changesPath, entryPath, listPath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { type ContentType, contentTypeNames, contentTypes } from '#schemas/index.ts';
import { codeOf } from './page-link.ts';

/** One section of the sidebar; under the present one, the entries around the present page. */
export interface Section {
  label: string;
  path: string;
  /** How many entries it holds; undefined where it holds none of its own. */
  count: number | undefined;
  group: SectionLink[];
}

/** A link below a section's name. */
interface SectionLink {
  path: string;
  text: string;
}

/** Deciding comes first, because that is what people come for. */
const order: readonly ContentType[] = [
  'decision-templates',
  ...contentTypeNames.filter((type) => type !== 'decision-templates'),
];

/** More links than this and a group shows only those around the present page, so that no page grows with the playbook. */
const mostInGroup = 24;

/**
 * The sections of the sidebar with their counts; with an entry, its own section's group as well. How many changes this
 * week saw moves with every commit and every Monday, so pages that a build keeps leave it out.
 */
export const sectionsOf = (playbook: Playbook, present?: AnyEntry, changedThisWeek?: number): Section[] => [
  ...order.flatMap((type) => {
    const count = playbook.ofType(type).length;
    if (count === 0) return [];
    const group = present?.type === type ? groupAround(playbook, present) : [];
    return [{ label: contentTypes[type].section, path: listPath(type), count, group }];
  }),
  { label: 'Changes', path: changesPath(), count: changedThisWeek, group: [] },
  { label: 'Coverage', path: '/coverage/', count: undefined, group: [] },
];

function groupAround(playbook: Playbook, present: AnyEntry): SectionLink[] {
  const family = familyOf(present);
  const members = playbook.entries.filter(
    (entry) => entry.type === present.type && familyOf(entry) === family,
  );
  const prefix = family ? commonTopic(members.map(({ data }) => data.title)) : '';
  const siblings = members
    .map((entry) => ({ entry, path: entryPath(entry.id), text: labelOf(playbook, entry, prefix) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en'));
  const at = siblings.findIndex(({ entry }) => entry === present);
  const start = Math.max(0, Math.min(at - mostInGroup / 2, siblings.length - mostInGroup));
  return siblings.slice(start, start + mostInGroup).map(({ path, text }) => ({ path, text }));
}

/** Short enough for the sidebar: a template goes by its policy, a macro leaves out what its whole group says. */
function labelOf(playbook: Playbook, entry: AnyEntry, prefix: string): string {
  const policy =
    entry.type === 'decision-templates' ? playbook.find('policies', entry.data.policy) : undefined;
  const title = policy?.data.title ?? entry.data.title.slice(prefix.length);
  const code = codeOf(playbook, entry);
  return code ? `${code} ${title}` : title.charAt(0).toUpperCase() + title.slice(1);
}

/** What all titles begin with up to a colon, "Counterfeit: "; empty where they do not. */
function commonTopic(titles: readonly string[]): string {
  const [first = ''] = titles;
  const prefix = /^[^:]*: /.exec(first)?.[0] ?? '';
  return titles.every((title) => title.startsWith(prefix)) ? prefix : '';
}

/** Macros keep company with their policy's in the same language, passages with their language's, precedents with their template's. */
const familyOf = (entry: AnyEntry): string => {
  if (entry.type === 'macros') return `${entry.data.policy} ${entry.data.language}`;
  if (entry.type === 'passages') return entry.data.language;
  if (entry.type === 'precedents') return entry.data.template;
  return '';
};
