import type { Entry } from '#playbook/entry.ts';
import type { ClauseChanges } from '../clause-changes.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';
import { type HelpdeskChoice, helpdeskChoices } from './helpdesk-choices.ts';
import { type FieldView, fieldsOf, type MacroData, macroData } from './macro-data.ts';
import { type StateView, stateView } from './macro-state.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { clauseLinks, linksTo, type PageLink } from './page-link.ts';

/** What a macro's page shows. */
export interface MacroView {
  policy: PageLink | undefined;
  reflects: PageLink[];
  outcome: OutcomeView;
  /** Audience, channel, language and region, as words. */
  for: string[];
  state: StateView;
  fields: FieldView[];
  helpdesks: HelpdeskChoice[];
  data: MacroData;
}

/** Collects what a macro's page shows. */
export function macroView(source: SiteSource, entry: Entry<'macros'>, changes: ClauseChanges): MacroView {
  const { playbook } = source;
  const { organisation } = playbook;
  const { policy, reflects, outcome, audience, channel, language, region } = entry.data;
  return {
    policy: linksTo(playbook, 'policies', [policy])[0],
    reflects: clauseLinks(playbook, reflects),
    outcome: outcomeView(organisation, outcome),
    for: [
      fromKey(audience),
      fromKey(channel),
      organisation.languages[language] ?? language,
      (region && (organisation.regions[region] ?? region)) ?? 'All regions',
    ],
    state: stateView(playbook, entry, changes),
    fields: fieldsOf(source, entry),
    helpdesks: helpdeskChoices(source, entry),
    data: macroData(source, entry),
  };
}
