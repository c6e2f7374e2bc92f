import type { Entry } from '#playbook/entry.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { linksTo, type PageLink } from './page-link.ts';

/** What a precedent's page shows besides its story. */
export interface PrecedentView {
  template: PageLink | undefined;
  outcome: OutcomeView;
  decided: string;
  teaches: string;
  facts: { label: string; ask: string; value: string; sentence: string }[];
  overturned: { date: string; reason: string } | undefined;
}

/** Collects what a precedent's page shows; its facts stand in the order of the template. */
export function precedentView({ playbook }: SiteSource, { data }: Entry<'precedents'>): PrecedentView {
  const template = playbook.find('decision-templates', data.template);
  const facts = Object.entries(template?.data.facts ?? {}).flatMap(([name, { ask, values }]) => {
    const value = Object.hasOwn(data.facts, name) ? data.facts[name] : undefined;
    if (value === undefined) return [];
    return [
      {
        label: fromKey(name),
        ask,
        value,
        sentence: Object.hasOwn(values, value) ? (values[value] ?? '') : '',
      },
    ];
  });
  return {
    template: linksTo(playbook, 'decision-templates', [data.template])[0],
    outcome: outcomeView(playbook.organisation, data.outcome),
    decided: data.decided,
    teaches: data.teaches,
    facts,
    overturned: data.overturnedBy,
  };
}
