import { contentTypes } from '#schemas/index.ts';
import { pageKey } from './page-key.ts';
import { readPast } from './past.ts';
import { siteSource } from './site-source.ts';
import { type HistoryPage, historyPage } from './views/history-page.ts';

/** One route for each entry that is or was; a page shows nothing but its props, so their digest is its cache key. */
export async function historyRoutes(): Promise<
  { params: { type: string; id: string }; props: { view: HistoryPage }; cacheKey: string }[]
> {
  const source = siteSource();
  const past = await readPast();
  return [...past.entries].flatMap(([id, entry]) => {
    const [type = '', slug, ...deeper] = id.split('/');
    if (slug === undefined || deeper.length > 0 || !Object.hasOwn(contentTypes, type)) return [];
    const view = historyPage(source, past, id, entry);
    return [{ params: { type, id: slug }, props: { view }, cacheKey: pageKey(view) }];
  });
}
