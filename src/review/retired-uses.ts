import { usedBy } from '#playbook/links.ts';
import type { Playbook } from '#playbook/playbook.ts';

/** An entry in force that points at one which this change retires. */
export interface RetiredUse {
  from: string;
  /** The field by which it does; undefined for a link in the text or a passage that it includes. */
  field: string | undefined;
  to: string;
  /** What the retired entry names in its stead. */
  replacedBy: string | undefined;
}

/** References of entries in force to entries that are retired on the new side and were not on the old one. */
export function retiredUses(before: Playbook | undefined, after: Playbook | undefined): RetiredUse[] {
  if (!after) return [];
  const retired = after.entries.filter(
    ({ id, data }) => data.status === 'retired' && before?.get(id)?.data.status !== 'retired',
  );
  if (retired.length === 0) return [];
  const uses = usedBy(after);
  return retired.flatMap(({ id, data }) =>
    (uses.get(id) ?? [])
      .filter(
        ({ from, field }) => from.data.status === 'active' && field !== 'seeAlso' && field !== 'replacedBy',
      )
      .map(({ from, field }) => ({ from: from.id, field, to: id, replacedBy: data.replacedBy })),
  );
}
