import type { CommitLog } from '#playbook/commit-log.ts';

/** The parents of a commit that are in the log, first parent first. */
export function parentsOf({ parentStart, parents }: CommitLog, commit: number): number[] {
  const known: number[] = [];
  const end = parentStart[commit + 1] as number;
  for (let at = parentStart[commit] as number; at < end; at++) {
    const parent = parents[at] as number;
    if (parent >= 0) known.push(parent);
  }
  return known;
}

/** How many children each commit has. */
export function countChildren({ ids, parents }: CommitLog): Int32Array {
  const children = new Int32Array(ids.length);
  for (let at = 0; at < parents.length; at++) {
    const parent = parents[at] as number;
    if (parent >= 0) children[parent] = (children[parent] as number) + 1;
  }
  return children;
}

/**
 * The numbers of all commits that the first one reaches, children before parents and lines of history unmixed:
 * the order of `git log --topo-order`, which no date can disturb.
 */
export function topologicalOrder(log: CommitLog): Int32Array {
  const { parentStart, parents } = log;
  const waiting = countChildren(log);
  const order = new Int32Array(log.ids.length);
  const ready = new Int32Array(log.ids.length);
  let length = 0;
  let open = Math.min(1, log.ids.length);
  while (open > 0) {
    const commit = ready[--open] as number;
    order[length++] = commit;
    const end = parentStart[commit + 1] as number;
    for (let at = parentStart[commit] as number; at < end; at++) {
      const parent = parents[at] as number;
      if (parent < 0) continue;
      const left = (waiting[parent] as number) - 1;
      waiting[parent] = left;
      if (left === 0) ready[open++] = parent;
    }
  }
  return order.subarray(0, length);
}
