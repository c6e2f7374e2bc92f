import type { EntryChange, WeekOfChanges } from '#history/changes-by-week.ts';
import { describeRevision } from '#history/describe-revision.ts';
import { foldedChanges, folderOf, type SomeChanges } from '#history/folded-changes.ts';
import type { ToldRevision } from '#history/tell-entries.ts';
import { revisionPath, shortCommit, weekPath } from '#playbook/paths.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';
import type { Past } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { countOf } from '../words.ts';
import { type ChangedEntry, changedEntry } from './changed-entry.ts';
import { type HistoryItem, historyContext, historyItem, type KindView, kindWord } from './history.ts';
import { weekTitle } from './week-title.ts';

/** The changes of one week, strongest kind first. */
export interface WeekView {
  id: string;
  title: string;
  path: string;
  count: number;
  kinds: KindOfChanges[];
}

/** The changes of one kind in a week: each on a line of its own, and those that one commit did to many entries in one. */
export interface KindOfChanges {
  kind: KindView;
  count: number;
  rows: ChangeRow[];
  folded: FoldedRows[];
}

/** One revision of one entry as a line of a list. */
export interface ChangeRow {
  /** Fragment by which it is linked. */
  anchor: string;
  entry: ChangedEntry;
  /** What it did, in one sentence. */
  sentence: string;
  told: HistoryItem;
  /** The first day on which its text is in force, where it is not the one on which it reached this branch. */
  from: string | undefined;
  /** Address of the text that it left; undefined where it left none. */
  text: string | undefined;
  /** When it reached this branch; seconds since 1970. */
  landed: number;
  /** Filter key to its values. */
  values: Readonly<Record<string, readonly string[]>>;
}

/** What one commit did to many entries of one type. */
export interface FoldedRows {
  anchor: string;
  /** "12 policies". */
  title: string;
  /** What was done to each of them; '' where it is not the same. */
  sentence: string;
  /** Who, when and why, the same for all. */
  told: HistoryItem;
  landed: number;
  rows: ChangeRow[];
}

/** Collects the page, or the part of one, that tells a week. */
export function weekView(source: SiteSource, past: Past, { week, changes }: WeekOfChanges): WeekView {
  const kinds = Map.groupBy(changes, ({ revision }) => revision.kind);
  return {
    id: week.id,
    title: weekTitle(week),
    path: weekPath(week.id),
    count: changes.length,
    kinds: [...kinds].map(([kind, members]) => {
      const pieces = foldedChanges(members);
      return {
        kind: { kind, word: kindWord(kind) },
        count: members.length,
        rows: pieces.flatMap(([change, more]) => (more ? [] : [changeRow(source, past, change)])),
        folded: pieces.flatMap((piece) => (piece.length > 1 ? [foldedRows(source, past, piece)] : [])),
      };
    }),
  };
}

/** One change as a line. */
export function changeRow(source: SiteSource, past: Past, { id, revision }: EntryChange): ChangeRow {
  const entry = changedEntry(source, past, id);
  const period = past.entries.get(id)?.periods.find(({ text }) => text.commit === revision.commit);
  return {
    anchor: anchorOf(revision, id),
    entry,
    sentence: describeRevision(revision),
    told: told(source, past, revision),
    from: period?.applies && period.from !== period.text.recordedOn ? period.from : undefined,
    text: entry.history && revision.blob !== '' ? revisionPath(id, revision.commit) : undefined,
    landed: landedAt(revision),
    values: { ...entry.values, kind: [revision.kind] },
  };
}

/** Changes of one commit to entries of one type as one line. */
export function foldedRows(source: SiteSource, past: Past, changes: SomeChanges): FoldedRows {
  const [{ id, revision }] = changes;
  const folder = folderOf(id);
  const rows = changes.map((change) => changeRow(source, past, change));
  const sentences = new Set(rows.map(({ sentence }) => sentence));
  const [sentence = ''] = sentences;
  return {
    anchor: anchorOf(revision, folder),
    title: countIn(folder, changes.length),
    sentence: sentences.size === 1 ? sentence : '',
    told: told(source, past, revision),
    landed: landedAt(revision),
    rows,
  };
}

const told = (source: SiteSource, past: Past, revision: ToldRevision): HistoryItem =>
  historyItem(revision, historyContext(source, past));

/** The fragment of what a commit did to an entry, or to those of a folder; old paths may hold anything, a fragment no white space. */
export const anchorOf = ({ commit }: ToldRevision, name: string): string =>
  `${shortCommit(commit)}-${name.replace(/[^\w.-]/g, '-')}`;

/** When a revision reached this branch; seconds since 1970. */
export const landedAt = ({ landed }: ToldRevision): number => Math.floor(Date.parse(landed.date) / 1000);

/** "12 policies"; a folder that is no type's holds entries of some kind. */
function countIn(folder: string, count: number): string {
  const { singular, plural } = Object.hasOwn(contentTypes, folder)
    ? contentTypes[folder as ContentType]
    : { singular: 'entry', plural: 'entries' };
  return countOf(count, singular, plural);
}
