import { weekPath } from '#playbook/paths.ts';
import type { Past } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { weeksOf } from '../weeks.ts';
import { changeFilters } from './change-filters.ts';
import { type KindOfChanges, landedAt, type WeekView, weekView } from './changes.ts';
import type { Filter } from './list.ts';
import { weekTitle } from './week-title.ts';

/** What the page of all changes shows: the newest weeks, and links to the others. */
export interface ChangesView {
  weeks: (WeekView & {
    /** How many changes are left to the page of the week. */
    left: number;
  })[];
  /** Weeks that are told on their own pages alone, by year, newest first. */
  older: { year: string; weeks: { title: string; path: string; count: number }[] }[];
  filters: Filter[];
  /** How many changes can be narrowed here. */
  count: number;
  /** When the newest change reached this branch; seconds since 1970, 0 where there is none. */
  newest: number;
}

/** However long the history, the page holds no more weeks than this, and no more changes with their differences. */
const mostWeeks = 8;
const mostRows = 120;

/** Collects the page of all changes. */
export function changesView(source: SiteSource, past: Past): ChangesView {
  const all = weeksOf(past);
  const weeks: ChangesView['weeks'] = [];
  let room = mostRows;
  for (const week of all.slice(0, mostWeeks)) {
    const view = weekView(source, past, week);
    const rows = rowsOf(view.kinds);
    if (rows > room && weeks.length > 0) break;
    const kinds = rows > room ? firstRows(view.kinds, room) : view.kinds;
    weeks.push({ ...view, kinds, left: Math.max(0, rows - room) });
    room -= rows;
  }
  const older = all.slice(weeks.length).map(({ week, changes }) => ({
    year: week.id.slice(0, 4),
    title: weekTitle(week),
    path: weekPath(week.id),
    count: changes.length,
  }));
  return {
    weeks,
    older: [...Map.groupBy(older, ({ year }) => year)].map(([year, weeks]) => ({ year, weeks })),
    filters: changeFilters(source.playbook.organisation, weeks),
    count: countOfChanges(weeks),
    newest: newestOf(past),
  };
}

/** When the newest change reached this branch; seconds since 1970, 0 where there is none. */
export const newestOf = (past: Past): number =>
  weeksOf(past)[0]?.changes.reduce((newest, { revision }) => Math.max(newest, landedAt(revision)), 0) ?? 0;

/** How many changes are told on lines of their own, in the open or folded. */
export const countOfChanges = (weeks: readonly WeekView[]): number =>
  weeks
    .flatMap(({ kinds }) => kinds)
    .reduce(
      (sum, { rows, folded }) =>
        sum + rows.length + folded.reduce((all, piece) => all + piece.rows.length, 0),
      0,
    );

const rowsOf = (kinds: readonly KindOfChanges[]): number =>
  kinds.reduce((sum, { rows }) => sum + rows.length, 0);

/** The strongest changes alone. */
function firstRows(kinds: readonly KindOfChanges[], most: number): KindOfChanges[] {
  let room = most;
  return kinds.map((kind) => {
    const rows = kind.rows.slice(0, room);
    room -= rows.length;
    return { ...kind, rows };
  });
}
