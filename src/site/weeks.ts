import { changesByWeek, type WeekOfChanges } from '#history/changes-by-week.ts';
import { weekOf } from '#history/time.ts';
import type { Past } from './past.ts';

const kept = new WeakMap<Past, readonly WeekOfChanges[]>();

/** The changes of every week that had one, newest week first; sorted out once for all pages. */
export function weeksOf(past: Past): readonly WeekOfChanges[] {
  const known = kept.get(past);
  if (known) return known;
  const told = [...past.entries.values()].map((entry) => entry.told);
  const weeks = changesByWeek(told, past.timeZone);
  kept.set(past, weeks);
  return weeks;
}

/** The changes of the week in which the site is built, strongest first. */
export const thisWeek = (past: Past): WeekOfChanges => {
  const week = weekOf(past.today);
  return weeksOf(past).find(({ week: { id } }) => id === week.id) ?? { week, changes: [] };
};
