import type { APIRoute } from 'astro';
import type { Entry } from '#playbook/entry.ts';
import { pageKey } from '#site/page-key.ts';
import { siteSource } from '#site/site-source.ts';
import { type HelpdeskTexts, helpdesksOf, helpdeskTexts } from '#site/views/helpdesk-texts.ts';

/** One file for each macro that some helpdesk can take; its page asks for it when somebody copies for a helpdesk. */
export function getStaticPaths() {
  const source = siteSource();
  const exported = source.playbook.ofType('macros').filter((macro) => helpdesksOf(source, macro).length > 0);
  return exported.map((macro: Entry<'macros'>) => {
    const texts = helpdeskTexts(source, macro);
    return { params: { id: macro.slug }, props: { texts }, cacheKey: pageKey(texts) };
  });
}

export const GET: APIRoute<{ texts: HelpdeskTexts }> = ({ props }) => Response.json(props.texts);
