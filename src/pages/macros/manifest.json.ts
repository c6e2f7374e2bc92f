import type { APIRoute } from 'astro';
import { manifestOf } from '#macros/manifest.ts';
import { siteSource } from '#site/site-source.ts';

/** What open tabs ask before they copy: macro id to the digest of its text now, and whether it may be sent. */
export const GET: APIRoute = () =>
  Response.json(manifestOf(siteSource().playbook), { headers: { 'cache-control': 'no-store' } });
