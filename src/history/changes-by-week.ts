import type { ChangeKind } from './change.ts';
import type { ToldEntry, ToldRevision } from './tell-entries.ts';
import { dayOf, type Week, weekOf } from './time.ts';

/** One revision of one entry, on a list of changes. */
export interface EntryChange {
  id: string;
  /** Whether the entry stands at HEAD. */
  present: boolean;
  revision: ToldRevision;
}

/** The changes that reached this branch in one ISO week, strongest first, then newest first. */
export interface WeekOfChanges {
  week: Week;
  changes: EntryChange[];
}

/** What a reader wants to see first. */
const strongestFirst: readonly ChangeKind[] = [
  'outcomes',
  'requirement',
  'retired',
  'restored',
  'created',
  'wording',
  'renamed',
  'housekeeping',
];

/** All changes by the week in which they landed, newest week first; weeks begin on Monday in the time zone (IANA name). */
export function changesByWeek(entries: readonly ToldEntry[], timeZone: string): WeekOfChanges[] {
  const weeks = new Map<string, WeekOfChanges>();
  for (const { trace, revisions } of entries) {
    for (const revision of revisions) {
      const week = weekOf(dayOf(Date.parse(revision.landed.date) / 1000, timeZone));
      const known = weeks.get(week.id) ?? { week, changes: [] };
      known.changes.push({ id: trace.id, present: trace.present, revision });
      weeks.set(week.id, known);
    }
  }
  for (const { changes } of weeks.values()) changes.sort(byStrength);
  return [...weeks.values()].sort((a, b) => (a.week.monday < b.week.monday ? 1 : -1));
}

function byStrength(a: EntryChange, b: EntryChange): number {
  const strength = ({ revision }: EntryChange) => strongestFirst.indexOf(revision.kind);
  const landed = ({ revision }: EntryChange) => Date.parse(revision.landed.date);
  return strength(a) - strength(b) || landed(b) - landed(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The newest revision that was more than a new name or housekeeping; undefined where there is none. */
export const lastThatMattered = (revisions: readonly ToldRevision[]): ToldRevision | undefined =>
  revisions.find(({ kind }) => kind !== 'housekeeping' && kind !== 'renamed');
