import type { CommitLog } from '#playbook/commit-log.ts';
import { firstParentLine, landings } from './first-parent-line.ts';
import { mergeStates } from './merge-states.ts';
import { PathMap } from './path-map.ts';
import { type PathState, stands, stateOf } from './path-state.ts';
import { countChildren, parentsOf, topologicalOrder } from './topological-order.ts';

/** A file change of one commit against its first parent; paths are numbers, `from` is -1 but for a rename. */
export interface PathEvent {
  path: number;
  from: number;
  /** '' where the file is gone. */
  blob: string;
}

/** One commit on the way: its place in time and what it changed. */
export interface Step {
  commit: number;
  rank: number;
  events: readonly PathEvent[];
}

/** What stood at every path at every commit, reduced to what can be asked about it. */
export interface PathTrace {
  /** What stands at each path at HEAD, or what became of it. */
  final: PathMap<PathState>;
  /** For each commit the one of the first-parent line that brought it to this branch. */
  landed: Int32Array;
  /** Place of each commit in time: 0 for the oldest, parents below children. */
  ranks: Int32Array;
}

/** Follows all paths through all commits, oldest first; `boundaries` are the commits at which a shallow clone was cut. */
export function tracePaths(log: CommitLog, boundaries: ReadonlySet<string>): PathTrace {
  const order = topologicalOrder(log);
  const ranks = new Int32Array(log.ids.length);
  const children = countChildren(log);
  const mainLine = firstParentLine(log);
  const onLine = new Uint8Array(log.ids.length);
  for (const commit of mainLine) onLine[commit] = 1;

  const maps: (PathMap<PathState> | undefined)[] = new Array(log.ids.length).fill(undefined);
  /** The states after a commit; the last child may have them for its own. */
  const after = (parent: number): PathMap<PathState> => {
    const map = maps[parent] as PathMap<PathState>;
    const left = (children[parent] as number) - 1;
    children[parent] = left;
    if (left > 0) return map.fork();
    maps[parent] = undefined;
    return map;
  };
  let map = new PathMap<PathState>(log.paths.length);
  /** What the first-parent line has at each path. */
  const standing: (PathState | undefined)[] = new Array(log.paths.length).fill(undefined);
  const { parentStart, parents, eventStart, eventPath, eventFrom } = log;
  // Plain loops that make no objects: a run with a cache spends its time here, before anything has been compiled.
  for (let rank = 0; rank < order.length; rank++) {
    const commit = order[order.length - 1 - rank] as number;
    ranks[commit] = rank;
    const start = parentStart[commit] as number;
    const count = (parentStart[commit + 1] as number) - start;
    if (count > 1)
      map = mergeStates(parentsOf(log, commit).map(after), { commit, rank, events: eventsOf(log, commit) });
    else {
      const parent = count === 1 ? (parents[start] as number) : -1;
      map = parent >= 0 ? after(parent) : new PathMap<PathState>(log.paths.length);
      changeStates(map, log, commit, rank, boundaries.size > 0 && boundaries.has(log.ids[commit] ?? ''));
    }
    maps[commit] = map;
    if (onLine[commit] === 0) continue;
    const end = eventStart[commit + 1] as number;
    for (let at = eventStart[commit] as number; at < end; at++) {
      const from = eventFrom[at] as number;
      if (from >= 0) land(standing, from, map.get(from), commit);
      land(standing, eventPath[at] as number, map.get(eventPath[at] as number), commit);
    }
  }
  return { final: map, landed: landings(log, mainLine), ranks };
}

/** Marks from which commit of the first-parent line on a state stands at a path, and that what stood there does no more. */
function land(
  standing: (PathState | undefined)[],
  path: number,
  state: PathState | undefined,
  commit: number,
): void {
  const old = standing[path];
  // A change of mode alone leaves the state that it was.
  if (old === state) return;
  if (old) old.leftBy = commit;
  standing[path] = state;
  if (!state) return;
  if (state.landedBy >= 0) {
    const { landedBy, leftBy } = state;
    state.stoodBefore = [...state.stoodBefore, { landedBy, leftBy }];
  }
  state.landedBy = commit;
  state.leftBy = -1;
}

function eventsOf({ eventStart, eventPath, eventFrom, eventBlob }: CommitLog, commit: number): PathEvent[] {
  const events: PathEvent[] = [];
  const end = eventStart[commit + 1] as number;
  for (let at = eventStart[commit] as number; at < end; at++) {
    events.push({
      path: eventPath[at] as number,
      from: eventFrom[at] as number,
      blob: eventBlob[at] as string,
    });
  }
  return events;
}

/** Writes into the states what a commit with one parent or none did; `cut` says that nothing is known before it. */
function changeStates(
  states: PathMap<PathState>,
  log: CommitLog,
  commit: number,
  rank: number,
  cut: boolean,
): void {
  const { eventStart, eventPath, eventFrom, eventBlob } = log;
  const start = eventStart[commit] as number;
  const end = eventStart[commit + 1] as number;
  const changed: PathState[] = [];
  for (let at = start; at < end; at++) {
    const path = eventPath[at] as number;
    const blob = eventBlob[at] as string;
    const from = eventFrom[at] as number;
    const old = states.get(path);
    const source = from < 0 ? undefined : states.get(from);
    const place = { commit, rank, path, blob };
    if (blob === '') {
      if (stands(old)) changed.push(stateOf('removed', place, [old]));
    } else if (stands(source)) changed.push(stateOf('renamed', place, [source]));
    else if (!stands(old)) {
      changed.push(stateOf(cut ? 'base' : 'created', place, old && old.how !== 'moved' ? [old] : undefined));
    } else if (old.blob !== blob) changed.push(stateOf('changed', place, [old]));
  }
  // A path may be left by one file and taken by another in the same commit: what stands there has the last word.
  for (let at = 0; at < changed.length; at++) {
    const state = changed[at] as PathState;
    const [source] = state.before;
    if (state.how === 'removed') states.set(state.path, state);
    else if (state.how === 'renamed' && source) states.set(source.path, movedAway(state, source.path));
  }
  for (let at = 0; at < changed.length; at++) {
    const state = changed[at] as PathState;
    if (state.how !== 'removed') states.set(state.path, state);
  }
}

/** What remains at the path that a file was renamed from. */
export const movedAway = (renamed: PathState, from: number): PathState =>
  stateOf('moved', { commit: renamed.commit, rank: renamed.rank, path: from, blob: '' }, [], renamed);
