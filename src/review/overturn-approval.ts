import { readMessage } from '#history/commit-message.ts';
import type { ChangeRange } from '#playbook/change-range.ts';
import { handleOf } from '#playbook/handle-of.ts';
import type { Organisation } from '#schemas/organisation.ts';
import { authorsOf } from './authors-of.ts';

/** Whether the commits of a range approve that a precedent is overturned, as far as they claim it. */
export type OverturnApproval =
  | { kind: 'approved'; by: string; commit: string }
  /** No commit names it in a trailer. */
  | { kind: 'none' }
  /** A commit names it, and why each approval beside it does not count; empty where there is none. */
  | { kind: 'refused'; commit: string; refusals: readonly ApprovalRefusal[] };

/** An approval that does not count. */
export interface ApprovalRefusal {
  name: string;
  /** Not among those who may approve precedents, or an author of the range. */
  because: 'not-entitled' | 'author';
}

/** The handles that may approve that a precedent is overturned, authors of the range left out. */
export const overturners = (organisation: Organisation | undefined, range: ChangeRange): string[] => {
  if (!organisation) return [];
  const authors = new Set(authorsOf(range).map((name) => handleOf(organisation, name)));
  return Object.entries(organisation.people)
    .filter(([handle, { mayApprove }]) => mayApprove.includes('precedents') && !authors.has(handle))
    .map(([handle]) => handle);
};

/**
 * Looks for `Overturns: <id>` together with `Approved-by:` of somebody entitled to it. Who is entitled is what the
 * organisation said before the change: nobody entitles himself.
 */
export function overturnApproval(
  ids: readonly string[],
  range: ChangeRange,
  organisation: Organisation | undefined,
): OverturnApproval {
  const entitled = overturners(organisation, range);
  const authors = authorsOf(range).map((name) => ({
    name,
    handle: organisation && handleOf(organisation, name),
  }));
  const refused: { commit: string; refusals: ApprovalRefusal[] }[] = [];
  for (const { id: commit, message } of range.commits) {
    const { overturns, approvedBy } = readMessage(message);
    if (!overturns.some((id) => ids.includes(id))) continue;
    const refusals: ApprovalRefusal[] = [];
    for (const name of approvedBy) {
      const handle = organisation && handleOf(organisation, name);
      const own = authors.some((author) => author.name === name || (handle && author.handle === handle));
      if (handle !== undefined && entitled.includes(handle)) return { kind: 'approved', by: handle, commit };
      refusals.push({ name, because: own ? 'author' : 'not-entitled' });
    }
    refused.push({ commit, refusals });
  }
  const [first] = refused;
  return first
    ? { kind: 'refused', ...first, refusals: refused.flatMap(({ refusals }) => refusals) }
    : { kind: 'none' };
}
