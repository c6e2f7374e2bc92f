import type { AnyEntry, Entry } from '#playbook/entry.ts';
import { entryPath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { queueOf } from '#playbook/queue.ts';
import { policyOf } from './policy-of.ts';

/** Where a case goes: queues, or escalation paths, each with the time to an answer. */
export interface Contact {
  label: string;
  items: { text: string; path: string | undefined; time: string }[];
}

/** The queue that a case under the entry lands in, and where it goes from there; a procedure's page shows its queues itself. */
export function contactsOf(playbook: Playbook, entry: AnyEntry): Contact[] {
  const { teams } = playbook.organisation;
  switch (entry.type) {
    case 'procedures':
      return [];
    case 'escalation-paths': {
      const text = teams[entry.data.team]?.name ?? entry.data.team;
      return [{ label: 'Answered by', items: [{ text, path: undefined, time: entry.data.answerWithin }] }];
    }
    default: {
      const policy = policyOf(playbook, entry);
      const queue = policy && queueOf(playbook.organisation, policy.data);
      const paths = escalationsOf(entry).flatMap((slug) => playbook.find('escalation-paths', slug) ?? []);
      return [...(queue ? [queueContact(queue)] : []), ...escalationContact(paths)];
    }
  }
}

/** Escalation paths that an entry itself names. */
function escalationsOf(entry: AnyEntry): readonly string[] {
  if (entry.type === 'policies') return entry.data.escalations;
  if (entry.type !== 'decision-templates') return [];
  return [...new Set(entry.data.rules.flatMap(({ escalation }) => escalation ?? []))];
}

const queueContact = ({ key, queue }: NonNullable<ReturnType<typeof queueOf>>): Contact => ({
  label: 'Queue',
  items: [{ text: `${key} ${queue.name}`, path: undefined, time: queue.firstTouch }],
});

function escalationContact(paths: readonly Entry<'escalation-paths'>[]): Contact[] {
  const items = paths.map(({ id, data }) => ({
    text: data.title,
    path: entryPath(id),
    time: data.answerWithin,
  }));
  return items.length === 0 ? [] : [{ label: 'Escalates to', items }];
}
