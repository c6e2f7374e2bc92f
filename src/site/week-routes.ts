import { weekPath } from '#playbook/paths.ts';
import { pageKey } from './page-key.ts';
import { readPast } from './past.ts';
import { siteSource } from './site-source.ts';
import { changeFilters } from './views/change-filters.ts';
import { type WeekView, weekView } from './views/changes.ts';
import type { Filter } from './views/list.ts';
import { type Section, sectionsOf } from './views/navigation.ts';
import { weekTitle } from './views/week-title.ts';
import { weeksOf } from './weeks.ts';

/** What the page of a week is given. */
export interface WeekProps {
  view: WeekView;
  filters: Filter[];
  sections: Section[];
  older: WeekLink | undefined;
  newer: WeekLink | undefined;
}

/** The nearest week before or after that had changes. */
interface WeekLink {
  title: string;
  path: string;
}

/** One route for each week that had changes. */
export async function weekRoutes() {
  const source = siteSource();
  const past = await readPast();
  const weeks = weeksOf(past);
  const sections = sectionsOf(source.playbook);
  const linkTo = (place: number): WeekLink | undefined => {
    const week = weeks[place]?.week;
    return week && { title: weekTitle(week), path: weekPath(week.id) };
  };
  return weeks.map((week, place) => {
    const view = weekView(source, past, week);
    const filters = changeFilters(source.playbook.organisation, [view]);
    const props: WeekProps = { view, filters, sections, older: linkTo(place + 1), newer: linkTo(place - 1) };
    return { params: { week: week.week.id.toLowerCase() }, props, cacheKey: pageKey(props) };
  });
}
