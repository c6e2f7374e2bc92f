import type { Entry } from '#playbook/entry.ts';
import type { SiteSource } from '../site-source.ts';
import { linkTo, type PageLink } from './page-link.ts';

/** What a glossary term's page shows besides its explanation; its aliases are misspellings as well, and only searched. */
export interface TermView {
  seeAlso: PageLink[];
}

/** Collects what a glossary term's page shows. */
export function termView({ playbook }: SiteSource, { data }: Entry<'glossary'>): TermView {
  return {
    seeAlso: data.seeAlso.flatMap((id) => {
      const entry = playbook.get(id);
      return entry ? [linkTo(playbook, entry)] : [];
    }),
  };
}
