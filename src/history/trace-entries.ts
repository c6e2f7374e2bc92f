import type { CommitLog } from '#playbook/commit-log.ts';
import type { EntryFiles } from './entry-files.ts';
import type { PathMap } from './path-map.ts';
import { type PathState, stands } from './path-state.ts';
import { type PathTrace, tracePaths } from './trace-paths.ts';

/** One entry through time; `pastOf` tells what happened to it. */
export interface EntryTrace {
  id: string;
  /** The path at HEAD, or the last one of an entry that is gone, from the top of the repository. */
  path: string;
  /** Whether it stands at HEAD. */
  present: boolean;
  /** Its newest state, which all others are followed from. */
  newest: PathState;
}

/** All entries that there are or were, sorted by id, and what their traces refer to. */
export interface EntryTraces extends Pick<PathTrace, 'landed' | 'ranks'> {
  entries: EntryTrace[];
}

/** Finds the revisions of every entry in the log: through renames, merges, removal and re-creation. */
export function traceEntries(log: CommitLog, boundaries: Iterable<string>, files: EntryFiles): EntryTraces {
  const { final, landed, ranks } = tracePaths(log, new Set(boundaries));
  const idAt = (path: number) => files.idOf(log.paths[path] ?? '');
  const entries = new Map<string, EntryTrace>();
  const add = (id: string, path: number, newest: PathState, present: boolean) => {
    const name = log.paths[path] ?? '';
    // Two files of one id, `a.md` beside `a.mdx`: the second is told under its full path.
    const key = entries.has(id) ? name : id;
    entries.set(key, { id: key, path: name, present, newest });
  };

  const gone: [string, number, PathState][] = [];
  for (const [path, state] of final.entries()) {
    const id = idAt(path);
    if (id === undefined) continue;
    if (stands(state)) add(id, path, state, true);
    else gone.push([id, path, state]);
  }
  for (const [id, path, state] of gone) {
    if (entries.has(id)) continue;
    if (state.how !== 'moved') add(id, path, state, false);
    else if (!becameEntry(state, final, idAt)) add(id, path, state.movedTo ?? state, false);
  }
  return { entries: [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), landed, ranks };
}

/** Whether a file that left a path is an entry under another one at HEAD. */
function becameEntry(
  left: PathState,
  final: PathMap<PathState>,
  idAt: (path: number) => string | undefined,
): boolean {
  let at: PathState | undefined = left;
  while (at?.how === 'moved' && at.movedTo) {
    const next: PathState | undefined = final.get(at.movedTo.path);
    if (!next || next.rank <= at.rank) break;
    at = next;
  }
  const path = at?.how === 'moved' ? at.movedTo?.path : at?.path;
  return path !== undefined && idAt(path) !== undefined;
}
