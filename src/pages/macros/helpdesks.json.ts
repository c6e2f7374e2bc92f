import type { APIRoute } from 'astro';
import { settingsOf } from '#macros/helpdesks/export.ts';
import { helpdeskNames } from '#macros/helpdesks/helpdesks.ts';
import { siteSource } from '#site/site-source.ts';

/** The settings of each helpdesk, with which a macro's page writes its text for one. */
export const GET: APIRoute = () => {
  const { playbook } = siteSource();
  return Response.json(Object.fromEntries(helpdeskNames.map((name) => [name, settingsOf(playbook, name)])));
};
