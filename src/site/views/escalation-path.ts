import type { Entry } from '#playbook/entry.ts';
import type { SiteSource } from '../site-source.ts';

/** What an escalation path's page shows. */
export interface EscalationView {
  title: string;
  team: { name: string; does: string };
  when: string[];
  packet: string[];
  answerWithin: string;
  byDefault: string;
}

/** Collects what an escalation path's page shows. */
export function escalationView(
  { playbook }: SiteSource,
  { data }: Entry<'escalation-paths'>,
): EscalationView {
  const team = playbook.organisation.teams[data.team];
  return {
    title: data.title,
    team: { name: team?.name ?? data.team, does: team?.does ?? '' },
    when: data.when,
    packet: data.packet,
    answerWithin: data.answerWithin,
    byDefault: data.byDefault,
  };
}
