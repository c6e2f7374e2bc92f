import { weekOf } from '#history/time.ts';
import { entryPath, revisionPath, shortCommit, weekPath } from '#playbook/paths.ts';
import type { Past, PastEntry } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { countOf, longDate } from '../words.ts';
import { changedEntry } from './changed-entry.ts';
import { dayOfTime, type HistoryContext, type HistoryItem, historyContext, historyItem } from './history.ts';
import { type Section, sectionsOf } from './navigation.ts';
import { type RevisionView, revisionViews } from './revision.ts';

/** The page of what happened to an entry. */
export interface HistoryPage {
  kind: string;
  code: string | undefined;
  title: string;
  /** Address of the entry's page; undefined for one that is gone. */
  entry: string | undefined;
  lives: Life[];
  /** What stood before history begins, where a shallow copy cut it. */
  earlier: { knownSince: string; text: TextOfRevision | undefined } | undefined;
  sections: Section[];
}

/** The revisions between the creation and the removal of an entry, newest first. */
export interface Life {
  title: string;
  revisions: (HistoryItem & {
    text: TextOfRevision | undefined;
    /** The page that tells what it changed, where this one does not. */
    week: string | undefined;
  })[];
}

/** The text that a revision left. */
export interface TextOfRevision {
  permalink: string;
  /** "Superseded". */
  mark: RevisionView['mark'];
  /** "In force 3 March 2026 to 4 April 2026", "Never in force: it was a draft". */
  inForce: string;
}

/** What older revisions changed is told on the pages of their weeks, so that no page grows without end. */
const mostInFull = 60;

/** Collects the page of one entry's history. */
export function historyPage(source: SiteSource, past: Past, id: string, entry: PastEntry): HistoryPage {
  const { text, code, type } = changedEntry(source, past, id);
  const views = revisionViews(past, entry);
  const texts = new Map(views.map(({ view }) => [view.commit, textOf(id, view)]));
  const base = views.find(({ text: { revision } }) => revision === undefined);
  return {
    kind: type,
    code,
    title: text,
    entry: entry.told.trace.present ? entryPath(id) : undefined,
    lives: livesOf(entry, texts, historyContext(source, past)),
    earlier:
      past.knownSince === undefined
        ? undefined
        : {
            knownSince: longDate(dayOfTime(past.knownSince, past.timeZone)),
            text: base && textOf(id, base.view),
          },
    sections: sectionsOf(source.playbook),
  };
}

const textOf = (id: string, { commit, mark, inForce }: RevisionView): TextOfRevision => ({
  permalink: revisionPath(id, commit),
  mark,
  inForce: inForce.startsWith('never') ? `Never in force${inForce.slice(5)}` : `In force ${inForce}`,
});

function livesOf(
  { told: { revisions } }: PastEntry,
  texts: ReadonlyMap<string, TextOfRevision>,
  context: HistoryContext,
): Life[] {
  const items = revisions.map((revision, place) => {
    const inFull = place < mostInFull || revision.changes.length === 0;
    const item = historyItem(inFull ? revision : { ...revision, changes: [] }, context);
    const text = revision.how === 'removed' ? undefined : texts.get(revision.commit);
    return {
      life: revision.life,
      item: { ...item, text, week: inFull ? undefined : weekPath(weekOf(item.landedOn).id) },
    };
  });
  const lives = Map.groupBy(items, ({ life }) => life);
  return [...lives].map(([life, members]) => {
    const revisions = members.map(({ item }) => item);
    const title =
      lives.size === 1 ? countOf(revisions.length, 'revision') : lifeTitle(life, lives.size, revisions);
    return { title, revisions };
  });
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

/** "Second life, since 6 July 2026", "First life, until 1 June 2026". */
function lifeTitle(life: number, lives: number, revisions: readonly HistoryItem[]): string {
  const [last, first] = [revisions[0]?.landedOn ?? '', revisions.at(-1)?.landedOn ?? ''];
  const days = life < lives ? `until ${longDate(last)}` : `since ${longDate(first)}`;
  return `${ordinals[life - 1] ?? `${life}th`} life, ${days}`;
}

/** The fragment of a revision on the page. */
export const revisionFragment = (commit: string): string => `r-${shortCommit(commit)}`;
