import type { APIRoute, GetStaticPaths } from 'astro';
import { atomFeed } from '#history/feeds.ts';
import { feedRoutes, readFeed } from '#site/feed-routes.ts';
import type { FeedFor } from '#site/views/feed.ts';

export const getStaticPaths = (() => feedRoutes('atom')) satisfies GetStaticPaths;

/** Changes as Atom. */
export const GET: APIRoute<FeedFor> = async ({ props }) =>
  new Response(atomFeed(await readFeed(props)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
