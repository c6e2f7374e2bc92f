import type { AnyEntry } from '#playbook/entry.ts';
import { resolvePath } from '#playbook/links.ts';
import { entryPath, listPath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { referencesOf, targetId } from '#playbook/references.ts';
import { type ReviewState, reviewState } from '#playbook/review-dates.ts';
import { type ContentType, contentTypeNames, contentTypes } from '#schemas/index.ts';
import type { Past } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';
import { type Contact, contactsOf } from './contacts.ts';
import { linkTo, type PageLink } from './page-link.ts';
import { type RailHistory, railHistory } from './rail-history.ts';
import { regionsOf } from './regions.ts';

/** The answer to "can I rely on this?", and what the entry hangs together with. */
export interface Rail {
  status: AnyEntry['data']['status'];
  /** ISO date; `notYet` where it lies ahead. */
  effective: string;
  notYet: boolean;
  reviewBy: string;
  /** Undefined for a retired entry, which nobody reviews. */
  review: ReviewState | undefined;
  owner: string;
  regions: string;
  history: RailHistory;
  contacts: Contact[];
  usedBy: LinkGroup[];
  uses: LinkGroup[];
}

/** Entries of one type; `more` says how many are not listed. */
export interface LinkGroup {
  label: string;
  count: number;
  links: PageLink[];
  more: { path: string; count: number } | undefined;
}

/** No list on an entry's page grows with the playbook. */
const mostLinks = 12;

/** Everything that the rail of an entry shows. */
export function railOf({ playbook, usedBy, today }: SiteSource, past: Past, entry: AnyEntry): Rail {
  const { data } = entry;
  const backLinks = usedBy.get(entry.id) ?? [];
  return {
    status: data.status,
    effective: data.effective,
    notYet: data.effective > today,
    reviewBy: data.reviewBy,
    review: data.status === 'retired' ? undefined : reviewState(data.reviewBy, today),
    owner: playbook.organisation.teams[data.owner]?.name ?? data.owner,
    regions: regionNames(playbook, entry),
    history: railHistory(past, entry.id),
    contacts: contactsOf(playbook, entry),
    usedBy: groups(playbook, entry, unique(backLinks.map(({ from }) => from))),
    uses: groups(playbook, entry, usesOf(playbook, entry)),
  };
}

const regionNames = ({ organisation }: Playbook, entry: AnyEntry): string =>
  regionsOf(entry)
    ?.map((key) => organisation.regions[key] ?? key)
    .join(', ') ?? 'All';

/** Entries that an entry names in its fields or links to in its text. */
function usesOf(playbook: Playbook, entry: AnyEntry): AnyEntry[] {
  const named = referencesOf(entry).map((reference) => targetId(playbook, reference));
  const linked = entry.links.map(({ path }) => {
    const target = resolvePath(playbook, path);
    return target.kind === 'entry' ? target.entry.id : undefined;
  });
  const ids = new Set([...named, ...linked].filter((id) => id !== undefined && id !== entry.id));
  return playbook.entries.filter(({ id }) => ids.has(id));
}

const unique = (entries: readonly AnyEntry[]): AnyEntry[] => [...new Set(entries)];

const groups = (playbook: Playbook, of: AnyEntry, entries: readonly AnyEntry[]): LinkGroup[] =>
  contentTypeNames.flatMap((type) => {
    const group = entries.filter((entry) => entry.type === type);
    if (group.length === 0) return [];
    const rest = group.length - mostLinks;
    return [
      {
        label: fromKey(contentTypes[type].plural),
        count: group.length,
        links: group.slice(0, mostLinks).map((entry) => linkTo(playbook, entry)),
        more: rest > 0 ? { path: `${listPath(type)}${filterFor(of, type)}`, count: rest } : undefined,
      },
    ];
  });

/** The list page opens on what belongs to the policy, where that list can be narrowed so. */
const filterFor = (of: AnyEntry, type: ContentType): string =>
  of.type === 'policies' && type === 'macros' ? `?policy=${encodeURIComponent(of.slug)}` : '';

/** Where a retired entry sends its readers. */
export function replacementOf(playbook: Playbook, entry: AnyEntry): PageLink | undefined {
  const { replacedBy } = entry.data;
  const replacement = replacedBy === undefined ? undefined : playbook.get(replacedBy);
  return replacement && { ...linkTo(playbook, replacement), path: entryPath(replacement.id) };
}
