import { readPast } from './past.ts';
import { siteSource } from './site-source.ts';
import { type Section, sectionsOf } from './views/navigation.ts';
import { thisWeek } from './weeks.ts';

/** The sections of the sidebar with how much changed this week; for pages that are made anew by every build. */
export async function siteSections(): Promise<Section[]> {
  const past = await readPast();
  const changed = past.state.known ? thisWeek(past).changes.length : undefined;
  return sectionsOf(siteSource().playbook, undefined, changed);
}
