import { lastThatMattered } from '#history/changes-by-week.ts';
import { type MacroState, stateOf } from '#macros/state.ts';
import type { AnyEntry, Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { type ReviewState, reviewState } from '#playbook/review-dates.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';
import type { Past } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';
import { landedAt } from './changes.ts';
import { type ListFacet, listFacets } from './list-facets.ts';
import { stateWords } from './macro-state.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { linkTo, type PageLink } from './page-link.ts';

/** What the list page of a content type shows. */
export interface ListView {
  title: string;
  summary: string;
  filters: Filter[];
  sorts: Sort[];
  groups: ListGroup[];
  count: number;
}

/** Rows under a heading; macros stand in a part for each outcome. */
export interface ListGroup {
  title: string | undefined;
  parts: { outcome: OutcomeView | undefined; rows: ListRow[] }[];
}

/** A select above the list. */
export interface Filter {
  key: string;
  label: string;
  options: { value: string; label: string }[];
}

/** A way to sort the list; entry-list.ts knows them by their keys. */
export interface Sort {
  key: 'title' | 'due' | 'changed';
  label: string;
}

/** One row of a list. */
export interface ListRow {
  link: PageLink;
  summary: string;
  badge: string | undefined;
  /** Undefined where the heading of its part says it. */
  outcome: OutcomeView | undefined;
  /** Whether a macro may be sent; undefined for everything else. */
  state: { key: MacroState['state']; word: string } | undefined;
  /** Whether it stands under the macro that it translates. */
  translation: boolean;
  language: string | undefined;
  status: AnyEntry['data']['status'];
  reviewBy: string;
  review: ReviewState;
  /** When the last change that mattered reached this branch, in seconds since 1970; undefined where git does not say. */
  changed: number | undefined;
  /** Filter key to the values of the row. */
  values: Readonly<Record<string, readonly string[]>>;
}

const summaries: Readonly<Record<ContentType, string>> = {
  policies: 'What is allowed, clause by clause, and what happens if not.',
  'evidence-standards': 'What each kind of evidence can prove, and how to check that it is genuine.',
  'decision-templates': 'How an appeal is decided: the facts to establish and the rule that they lead to.',
  macros: 'Approved words for each outcome.',
  passages: 'Stretches of text that several macros share: one edit changes them all.',
  procedures: 'How the work is done, step by step.',
  'escalation-paths': 'Where a case goes that you may not or cannot decide, and what to send along.',
  precedents: 'Decided cases that the next ones follow.',
  glossary: 'The words of the field, and what they mean here.',
};

const sorts: readonly Sort[] = [
  { key: 'title', label: 'Title' },
  { key: 'due', label: 'Review due' },
  { key: 'changed', label: 'Last change' },
];

/** Collects the list page of a content type. */
export function listView(source: SiteSource, type: ContentType, past?: Past): ListView {
  const { playbook } = source;
  const facets = listFacets(type);
  const entries = [...playbook.ofType(type)] as AnyEntry[];
  const rows = entries.map((entry) => ({
    entry,
    row: rowOf(source, entry, facets, past),
    heading: entry.type === 'macros' ? outcomeView(playbook.organisation, entry.data.outcome) : undefined,
  }));
  const order = new Map(Object.keys(playbook.organisation.outcomes).map((key, index) => [key, index]));
  const rank = (entry: AnyEntry) => ('outcome' in entry.data ? (order.get(entry.data.outcome) ?? 0) : 0);
  rows.sort(
    (a, b) =>
      rank(a.entry) - rank(b.entry) ||
      (a.row.link.code ?? '').localeCompare(b.row.link.code ?? '', 'en') ||
      titleAmong(playbook, a.entry).localeCompare(titleAmong(playbook, b.entry), 'en') ||
      Number(a.row.translation) - Number(b.row.translation) ||
      a.row.link.text.localeCompare(b.row.link.text, 'en'),
  );
  return {
    title: fromKey(contentTypes[type].plural),
    summary: summaries[type],
    filters: filtersOf(source, facets, rows),
    sorts: sorts.filter(({ key }) => key !== 'changed' || rows.some(({ row }) => row.changed !== undefined)),
    groups: grouped(rows, (entry) => groupTitle(source, entry)),
    count: rows.length,
  };
}

function macroState(playbook: Playbook, macro: Entry<'macros'>): ListRow['state'] {
  const { state } = stateOf(playbook, macro);
  return { key: state, word: stateWords[state] };
}

/** The macro that a macro translates, or itself. */
const sourceOf = (playbook: Playbook, macro: Entry<'macros'>): Entry<'macros'> =>
  (macro.data.translates && playbook.find('macros', macro.data.translates.source)) ?? macro;

/** The title by which an entry is sorted: a translation stands under its source. */
const titleAmong = (playbook: Playbook, entry: AnyEntry): string =>
  (entry.type === 'macros' ? sourceOf(playbook, entry) : entry).data.title;

interface Row {
  entry: AnyEntry;
  row: ListRow;
  /** The outcome under which a macro stands. */
  heading: OutcomeView | undefined;
}

function rowOf(
  { playbook, today }: SiteSource,
  entry: AnyEntry,
  facets: readonly ListFacet[],
  past: Past | undefined,
): ListRow {
  const changed = lastThatMattered(past?.entries.get(entry.id)?.told.revisions ?? []);
  return {
    link: linkTo(playbook, entry),
    summary: entry.data.summary,
    badge: badgeOf(playbook, entry),
    outcome: entry.type === 'precedents' ? outcomeView(playbook.organisation, entry.data.outcome) : undefined,
    state: entry.type === 'macros' ? macroState(playbook, entry) : undefined,
    translation: entry.type === 'macros' && sourceOf(playbook, entry) !== entry,
    language: 'language' in entry.data ? entry.data.language : undefined,
    status: entry.data.status,
    reviewBy: entry.data.reviewBy,
    review: reviewState(entry.data.reviewBy, today),
    changed: changed && landedAt(changed),
    values: Object.fromEntries(facets.map(({ key, valuesOf }) => [key, valuesOf(playbook, entry)])),
  };
}

/** The word at the right of a row that tells most about an entry of its type. */
function badgeOf({ organisation }: SiteSource['playbook'], entry: AnyEntry): string | undefined {
  switch (entry.type) {
    case 'policies':
      return entry.data.severity;
    case 'evidence-standards':
      return `Grade ${entry.data.grade}`;
    case 'macros':
      return [fromKey(entry.data.channel), entry.data.language, entry.data.region].filter(Boolean).join(', ');
    case 'procedures':
      return organisation.roles[entry.data.role]?.name;
    case 'escalation-paths':
      return `Answers within ${entry.data.answerWithin}`;
    default:
      return undefined;
  }
}

/** A select for each facet that tells at least two of the rows apart. */
const filtersOf = ({ playbook }: SiteSource, facets: readonly ListFacet[], rows: readonly Row[]): Filter[] =>
  facets.flatMap(({ key, label, labelOf }) => {
    const used = new Set(rows.flatMap(({ row }) => row.values[key] ?? []));
    if (used.size < 2) return [];
    const options = [...used]
      .map((value) => ({ value, label: labelOf(playbook, value) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en'));
    return [{ key, label, options }];
  });

/** Macros stand under their policy, precedents under their template. */
function groupTitle({ playbook }: SiteSource, entry: AnyEntry): string | undefined {
  if (entry.type === 'macros') return playbook.find('policies', entry.data.policy)?.data.title;
  if (entry.type === 'precedents')
    return playbook.find('decision-templates', entry.data.template)?.data.title;
  return undefined;
}

function grouped(rows: readonly Row[], titleOf: (entry: AnyEntry) => string | undefined): ListGroup[] {
  const groups = Map.groupBy(rows, ({ entry }) => titleOf(entry) ?? '');
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([title, rows]) => ({ title: title || undefined, parts: partsOf(rows) }));
}

const partsOf = (rows: readonly Row[]): ListGroup['parts'] =>
  [...Map.groupBy(rows, ({ entry }) => (entry.type === 'macros' ? entry.data.outcome : '')).values()].map(
    (part) => ({
      outcome: part[0]?.heading,
      rows: part.map(({ row }) => row),
    }),
  );
