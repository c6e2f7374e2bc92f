import { helpdesks } from '#macros/helpdesks/helpdesks.ts';
import { sentTexts } from '#macros/helpdesks/sent-texts.ts';
import type { Entry } from '#playbook/entry.ts';
import type { HelpdeskName } from '#schemas/organisation.ts';
import { helpdeskExports } from '../helpdesk-exports.ts';
import type { SiteSource } from '../site-source.ts';

/** A helpdesk that can take a macro. */
export interface HelpdeskChoice {
  key: HelpdeskName;
  name: string;
  /** Regions for which it can not. */
  without: string[];
}

/** The helpdesks that get a macro; none where it may not be sent. */
export const helpdeskChoices = (
  { playbook }: Pick<SiteSource, 'playbook'>,
  macro: Entry<'macros'>,
): HelpdeskChoice[] =>
  helpdeskExports(playbook).flatMap(({ helpdesk, macros }) => {
    const exported = macros.filter(({ id }) => id === macro.id).map(({ region }) => region);
    if (exported.length === 0) return [];
    const without = exported.includes(undefined)
      ? []
      : sentTexts(playbook, macro)
          .byRegion.map(({ region }) => region)
          .filter((region) => !exported.includes(region));
    return { key: helpdesk, name: helpdesks[helpdesk].name, without };
  });
