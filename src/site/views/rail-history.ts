import { lastThatMattered } from '#history/changes-by-week.ts';
import type { Period } from '#history/in-force.ts';
import { historyPath } from '#playbook/paths.ts';
import type { Past, PastEntry } from '../past.ts';
import { periodOn } from '../past-texts.ts';
import { countOf, longDate } from '../words.ts';
import { dayOfTime, type KindView, kindView } from './history.ts';
import type { PageLink } from './page-link.ts';

/** What the rail of an entry tells of its past. */
export interface RailHistory {
  /** Id of the entry. */
  entry: string;
  /** The first day on which the entry read as it does, but for housekeeping; undefined where git does not say. */
  readsSince: string | undefined;
  /** The newest change of the shown text that was more than housekeeping or a new name. */
  lastChange: { kind: KindView; on: string; author: string; reason: string } | undefined;
  /** The page of its revisions. */
  link: PageLink | undefined;
  /** What stands where history would, where there is none or only part of it. */
  note: string | undefined;
}

/** Tells the past of the text that is shown, which is the one in force. */
export function railHistory(past: Past, id: string): RailHistory {
  const { state, timeZone, today } = past;
  const nothing = { entry: id, readsSince: undefined, lastChange: undefined, link: undefined };
  if (!state.known) return { ...nothing, note: 'Not known: built from a copy without git history.' };
  const entry = past.entries.get(id);
  if (!entry) return { ...nothing, note: 'None yet: no commit holds this entry.' };
  const revisions = entry.told.revisions;
  const shown = periodOn(entry, today);
  const place = revisions.findIndex(({ commit }) => commit === shown?.text.commit);
  const upToShown = revisions.slice(Math.max(0, place));
  const last = lastThatMattered(upToShown);
  return {
    entry: id,
    readsSince: shown && readsSince(entry, shown),
    lastChange: last && {
      kind: kindView(last),
      on: dayOfTime(last.landed.date, timeZone),
      author: last.author,
      reason: last.subject,
    },
    link: {
      path: historyPath(id),
      text: revisions.length === 0 ? 'No revision is known' : countOf(revisions.length, 'revision'),
    },
    note:
      past.knownSince === undefined
        ? undefined
        : `Known since ${longDate(dayOfTime(past.knownSince, timeZone))}: built from a shallow copy.`,
  };
}

/** Texts that follow upon each other by housekeeping alone count as one; of the one at which a shallow copy begins, nobody knows. */
function readsSince({ told, periods }: PastEntry, shown: Period): string | undefined {
  const kindOf = new Map(told.revisions.map(({ commit, kind }) => [commit, kind]));
  let since = shown.from;
  for (const { text, from } of periods.slice(periods.indexOf(shown))) {
    if (text.blob === '' || text.status !== 'active') break;
    if (from < since) since = from;
    const kind = kindOf.get(text.commit);
    if (kind === undefined) return undefined;
    if (kind !== 'housekeeping' && kind !== 'renamed') break;
  }
  return since;
}
