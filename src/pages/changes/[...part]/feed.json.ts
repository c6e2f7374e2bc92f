import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonFeed } from '#history/feeds.ts';
import { feedRoutes, readFeed } from '#site/feed-routes.ts';
import type { FeedFor } from '#site/views/feed.ts';

export const getStaticPaths = (() => feedRoutes('json')) satisfies GetStaticPaths;

/** Changes as JSON Feed. */
export const GET: APIRoute<FeedFor> = async ({ props }) =>
  new Response(jsonFeed(await readFeed(props)), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
