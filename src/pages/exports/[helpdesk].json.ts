import type { APIRoute } from 'astro';
import { helpdeskExports } from '#site/helpdesk-exports.ts';
import { siteSource } from '#site/site-source.ts';

/** The same file that `npm run export` writes, for each helpdesk. */
export const getStaticPaths = () =>
  helpdeskExports(siteSource().playbook).map(({ helpdesk, request, macros }) => ({
    params: { helpdesk },
    props: { text: `${JSON.stringify({ helpdesk, request, macros }, null, 2)}\n` },
  }));

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
