import type { CommitLog } from '#playbook/commit-log.ts';

/** The commits that HEAD was in turn, newest first: what the team worked by, without the branches beside it. */
export function firstParentLine({ ids, parentStart, parents }: CommitLog): number[] {
  const line: number[] = [];
  for (let commit = ids.length > 0 ? 0 : -1; commit >= 0; ) {
    line.push(commit);
    const start = parentStart[commit] as number;
    commit = start < (parentStart[commit + 1] as number) ? (parents[start] as number) : -1;
  }
  return line;
}

/** For each commit the one of the first-parent line that brought it to this branch. */
export function landings({ ids, parentStart, parents }: CommitLog, line: readonly number[]): Int32Array {
  const landed = new Int32Array(ids.length).fill(-1);
  const open: number[] = [];
  for (let place = line.length - 1; place >= 0; place--) {
    const lander = line[place] as number;
    open.push(lander);
    for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
      if (landed[commit] !== -1) continue;
      landed[commit] = lander;
      const end = parentStart[commit + 1] as number;
      for (let at = parentStart[commit] as number; at < end; at++) {
        const parent = parents[at] as number;
        if (parent >= 0 && landed[parent] === -1) open.push(parent);
      }
    }
  }
  return landed;
}
