import type { APIRoute } from 'astro';
import { helpdeskExports } from '#site/helpdesk-exports.ts';
import { siteSource } from '#site/site-source.ts';

/** What `npm run export` writes for each helpdesk, without its indentation. */
export const getStaticPaths = () =>
  helpdeskExports(siteSource().playbook).map(({ helpdesk, request, macros }) => ({
    params: { helpdesk },
    props: { text: `${JSON.stringify({ helpdesk, request, macros })}\n` },
  }));

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
