import { dayOf } from '#history/time.ts';
import { entryPath, historyPath, revisionPath } from '#playbook/paths.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';
import type { Past, PastEntry } from '../past.ts';
import { type PastText, pastTexts, periodOn } from '../past-texts.ts';
import { longDate } from '../words.ts';
import { periodText } from './period-text.ts';

/** What the page of a revision says about it, besides its text. */
export interface RevisionView {
  /** "policy". */
  kind: string;
  commit: string;
  mark: Mark;
  /** When it was or will be in force, in words. */
  inForce: string;
  /** The day on which it reached this branch; undefined for a text that never was this branch's. */
  recordedOn: string | undefined;
  /** The day on which it was written, where that is another one; undefined where that is not known. */
  writtenOn: string | undefined;
  /** Names as git claims them. */
  people: { label: string; names: readonly string[] }[];
  subject: string;
  reason: string;
  /** Address of the revision with the same text that is in force now. */
  sameNow: string | undefined;
  /** Address of the entry's page; undefined for one that is gone. */
  entry: string | undefined;
  history: string;
  older: string | undefined;
  newer: string | undefined;
}

/** How a text of the past stands to the one in force. */
interface Mark {
  state: 'current' | 'upcoming' | 'superseded' | 'removed' | 'draft' | 'retired';
  /** "Superseded", "From 1 December 2026". */
  word: string;
}

/** The views of all texts of an entry that have a page, newest first. */
export function revisionViews(past: Past, entry: PastEntry): { text: PastText; view: RevisionView }[] {
  const texts = pastTexts(entry);
  const { id, present } = entry.told.trace;
  const now = periodOn(entry, past.today)?.text;
  const pathOf = (text: PastText | undefined) => text && revisionPath(id, text.commit);
  return texts.map((text, index) => {
    const { commit, blob, period, revision } = text;
    const writtenOn = revision && dayOf(Date.parse(revision.recorded) / 1000, past.timeZone);
    const recordedOn = period?.text.recordedOn;
    return {
      text,
      view: {
        kind: contentTypes[id.split('/')[0] as ContentType].singular,
        commit,
        mark: markOf(text, entry, past.today),
        inForce: period
          ? periodText(period, past.today)
          : 'never: it reached this branch together with a later revision',
        recordedOn,
        writtenOn: writtenOn === recordedOn ? undefined : writtenOn,
        people: peopleOf(text),
        subject: revision?.subject ?? '',
        reason: revision?.reason ?? '',
        sameNow: now && now.blob === blob && now.commit !== commit ? revisionPath(id, now.commit) : undefined,
        entry: present ? entryPath(id) : undefined,
        history: historyPath(id),
        older: pathOf(texts[index + 1]),
        newer: pathOf(texts[index - 1]),
      },
    };
  });
}

function markOf({ commit, period }: PastText, entry: PastEntry, today: string): Mark {
  const newest = entry.periods[0]?.text;
  if (period && newest?.commit === commit && newest.blob !== '') {
    const { status } = period.text;
    if (status === 'draft') return { state: 'draft', word: 'Draft' };
    if (status === 'retired') return { state: 'retired', word: 'Retired' };
  }
  if (period?.applies) {
    const { from, until } = period;
    if (from > today) return { state: 'upcoming', word: `From ${longDate(from)}` };
    if (until === undefined || today < until) return { state: 'current', word: 'Current' };
  }
  return entry.told.trace.present
    ? { state: 'superseded', word: 'Superseded' }
    : { state: 'removed', word: 'Removed' };
}

function peopleOf({ revision }: PastText): RevisionView['people'] {
  if (!revision) return [];
  const { author, coAuthors, approvedBy, reviewedBy } = revision;
  return [
    { label: 'By', names: [author, ...coAuthors] },
    { label: 'Approved by', names: approvedBy },
    { label: 'Reviewed by', names: reviewedBy },
  ].filter(({ names }) => names.some(Boolean));
}
