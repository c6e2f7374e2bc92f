import { ownerOf } from '#playbook/owners.ts';
import type { Playbook } from '#playbook/playbook.ts';

/** Somebody who has to look at a change, and at what of it. */
export interface Approver {
  /** The team that owns the entries, or a right that a handle must have to approve them. */
  as: 'owner' | 'macros' | 'precedents';
  /** A key of `teams`; undefined for a right. */
  team: string | undefined;
  /** What people call it. */
  name: string;
  /** Handles of `people`, in the order of organisation.yaml. */
  people: readonly string[];
  /** Ids of the entries, sorted. */
  entries: readonly string[];
}

/** Owners and required approvers of some entries, as a playbook has them; entries that it does not have are left out. */
export function approversOf(playbook: Playbook, ids: Iterable<string>): Approver[] {
  const { organisation } = playbook;
  const found = new Map<string, Approver & { entries: string[] }>();
  const add = (key: string, approver: Omit<Approver, 'entries'>, id: string) => {
    const known = found.get(key) ?? { ...approver, entries: [] };
    known.entries.push(id);
    found.set(key, known);
  };
  for (const id of [...new Set(ids)].sort()) {
    const entry = playbook.get(id);
    if (!entry) continue;
    const owner = ownerOf(organisation, entry);
    if (owner) {
      const { team, name, people } = owner;
      add(`owner ${team}`, { as: 'owner', team, name, people }, id);
    }
    const { type } = entry;
    if (type !== 'macros' && type !== 'precedents') continue;
    const people = Object.keys(organisation.people).filter((handle) =>
      organisation.people[handle]?.mayApprove.includes(type),
    );
    add(type, { as: type, team: undefined, name: `whoever may approve ${type}`, people }, id);
  }
  return [...found.values()];
}
