import type { CommitLog } from '#playbook/commit-log.ts';
import type { ChangeKind } from './change.ts';
import type { Revision } from './revision.ts';
import type { ToldRevision } from './tell-entries.ts';
import { parentsOf } from './topological-order.ts';

/** One end of a range: a moment in seconds since 1970, or everything that some commits (by number) reach. */
export type Bound = { moment: number } | { commits: readonly number[] };

/** Which revisions are told. */
export interface ChangelogRange {
  /** Only what landed at or after the moment, or what the commits do not reach. */
  since?: Bound | undefined;
  /** Only what landed before the moment, or what the commits reach. */
  until?: Bound | undefined;
}

/** Whether a revision lies in a range. */
export function inRange(log: CommitLog, { since, until }: ChangelogRange): (revision: Revision) => boolean {
  const before = since && isBefore(log, since);
  const within = until && isBefore(log, until);
  return (revision) => !before?.(revision) && (within?.(revision) ?? true);
}

function isBefore(log: CommitLog, bound: Bound): (revision: Revision) => boolean {
  if ('moment' in bound) return ({ landed }) => Date.parse(landed.date) / 1000 < bound.moment;
  const reached = new Set<string>();
  const open = [...bound.commits];
  const seen = new Uint8Array(log.ids.length);
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    if (seen[commit]) continue;
    seen[commit] = 1;
    reached.add(log.ids[commit] ?? '');
    open.push(...parentsOf(log, commit));
  }
  return ({ commit }) => reached.has(commit);
}

/** Whether a revision is of one of some kinds; of any kind where none is given. */
export const ofKinds =
  (kinds: readonly ChangeKind[]) =>
  ({ kind }: ToldRevision): boolean =>
    kinds.length === 0 || kinds.includes(kind);
