import type { Feed } from '#history/feeds.ts';
import { type FeedFormat, feedFolder } from '#playbook/paths.ts';
import { absolute } from './absolute.ts';
import { readPast } from './past.ts';
import { siteSource } from './site-source.ts';
import { type FeedFor, feedOf } from './views/feed.ts';
import { follows } from './views/follow.ts';

/** One route for each feed of a format: all changes, each type, each policy area; none where the site does not know its own address. */
export function feedRoutes(format: FeedFormat) {
  const { all, types, areas } = follows(siteSource());
  return [all, ...types, ...areas].flatMap(({ of, feeds }) =>
    feeds
      .filter((feed) => feed.format === format)
      .map(({ title, url }) => ({ params: { part: feedFolder(of) }, props: { of, title, url } })),
  );
}

/** The feed of a route. */
export const readFeed = async (feed: FeedFor): Promise<Feed> =>
  feedOf(siteSource(), await readPast(), feed, (path) => absolute(path) ?? path);
