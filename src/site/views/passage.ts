import { type MacroState, stateOf } from '#macros/state.ts';
import type { Entry } from '#playbook/entry.ts';
import type { SiteSource } from '../site-source.ts';
import { stateWords } from './macro-state.ts';
import { linkTo, type PageLink } from './page-link.ts';

/** What a passage's page shows besides its text. */
export interface PassageView {
  /** Language and region, as words. */
  for: string[];
  language: string;
  /** The macros that include it, by title. */
  macros: { link: PageLink; state: MacroState['state']; word: string }[];
}

/** Collects what a passage's page shows. */
export function passageView({ playbook, usedBy }: SiteSource, { id, data }: Entry<'passages'>): PassageView {
  const { languages, regions } = playbook.organisation;
  const users = new Set((usedBy.get(id) ?? []).map(({ from }) => from));
  return {
    for: [languages[data.language] ?? data.language, (data.region && regions[data.region]) ?? 'All regions'],
    language: data.language,
    macros: playbook
      .ofType('macros')
      .filter((macro) => users.has(macro))
      .map((macro) => {
        const { state } = stateOf(playbook, macro);
        return { link: linkTo(playbook, macro), state, word: stateWords[state] };
      })
      .sort((a, b) => a.link.text.localeCompare(b.link.text, 'en')),
  };
}
