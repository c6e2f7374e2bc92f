import type { AnyEntry, Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';

/** The policy that an entry stands under, itself included. */
export function policyOf(playbook: Playbook, entry: AnyEntry): Entry<'policies'> | undefined {
  switch (entry.type) {
    case 'policies':
      return entry;
    case 'decision-templates':
    case 'macros':
      return playbook.find('policies', entry.data.policy);
    case 'precedents': {
      const template = playbook.find('decision-templates', entry.data.template);
      return template && playbook.find('policies', template.data.policy);
    }
    default:
      return undefined;
  }
}
