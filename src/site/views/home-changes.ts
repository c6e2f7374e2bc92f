import type { WeekOfChanges } from '#history/changes-by-week.ts';
import { weekPath } from '#playbook/paths.ts';
import type { Past } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { thisWeek, weeksOf } from '../weeks.ts';
import { type ChangeRow, type FoldedRows, weekView } from './changes.ts';
import type { KindView } from './history.ts';

/** What the home page tells of the present week. */
export interface HomeChanges {
  /** Strongest first; as many as there is room for. */
  lines: { kind: KindView; row: ChangeRow | undefined; folded: FoldedRows | undefined }[];
  /** Page of the week; undefined where nothing has changed in it. */
  week: { path: string; count: number } | undefined;
  /** The newest week with changes, where it is not the present one. */
  last: { path: string; count: number } | undefined;
}

const mostLines = 6;

/** The strongest changes of the week in which the site is built. */
export function homeChanges(source: SiteSource, past: Past): HomeChanges {
  const present = thisWeek(past);
  const newest = weeksOf(past)[0];
  const lines = weekView(source, past, present).kinds.flatMap(({ kind, rows, folded }) => [
    ...rows.map((row) => ({ kind, row, folded: undefined })),
    ...folded.map((folded) => ({ kind, row: undefined, folded })),
  ]);
  const none = present.changes.length === 0;
  return {
    lines: lines.slice(0, mostLines),
    week: none ? undefined : linkTo(present),
    last: none && newest ? linkTo(newest) : undefined,
  };
}

const linkTo = ({ week, changes }: WeekOfChanges) => ({ path: weekPath(week.id), count: changes.length });
