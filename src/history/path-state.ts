/**
 * What stands at one path as of one commit, and what stood there or under another name before.
 * Following `before` from the state at HEAD gives everything that ever happened to the file.
 */
export interface PathState {
  /**
   * `created`, `changed`, `renamed`, `removed`: the commit did that. `base`: it stood there where a shallow clone begins.
   * `joined`: a merge took one side's text and the other side's past. `dropped`: a merge left it out.
   * `moved`: it goes on under another path.
   */
  readonly how: 'created' | 'changed' | 'renamed' | 'removed' | 'base' | 'joined' | 'dropped' | 'moved';
  /** Number of the commit, and its place in time: parents rank below children. */
  readonly commit: number;
  readonly rank: number;
  /** Number of the path. */
  readonly path: number;
  /** Object id of the text; '' where nothing stands there. */
  readonly blob: string;
  /** The states that it follows upon: one, none for a file that is new, several for a merge; the first parent's first. */
  readonly before: readonly PathState[];
  /** Where nothing stands because the file was renamed: what it became. */
  readonly movedTo: PathState | undefined;
  /** The commit of the first-parent line that put this state there last, and the one that put another there, or -1. */
  landedBy: number;
  leftBy: number;
  /** When it stood there before that: mostly never. */
  stoodBefore: readonly Stay[];
}

/** From when to when a state stood at its path on the first-parent line. */
export type Stay = Pick<PathState, 'landedBy' | 'leftBy'>;

/** Where and when something happens: a commit, its rank, a path and the text that then stands there. */
export type Place = Pick<PathState, 'commit' | 'rank' | 'path' | 'blob'>;

/** A state; all have one shape, because there are as many as there are revisions. */
export const stateOf = (
  how: PathState['how'],
  { commit, rank, path, blob }: Place,
  before: readonly PathState[] = none,
  movedTo?: PathState,
): PathState => ({
  how,
  commit,
  rank,
  path,
  blob,
  before,
  movedTo,
  landedBy: -1,
  leftBy: -1,
  stoodBefore: none,
});

const none: readonly never[] = [];

/** Whether a text stands at the path. */
export const stands = (state: PathState | undefined): state is Standing =>
  state !== undefined && state.blob !== '';
type Standing = PathState & { readonly how: Exclude<PathState['how'], 'removed' | 'dropped' | 'moved'> };

/** Whether the commit itself did something to the file. */
export const isRevision = ({ how }: PathState): boolean =>
  how === 'created' || how === 'changed' || how === 'renamed' || how === 'removed';

/** Whether the later state follows upon the earlier one. */
export function follows(later: PathState, earlier: PathState): boolean {
  const open = [later];
  const seen = new Set<PathState>();
  for (let state = open.pop(); state; state = open.pop()) {
    if (state === earlier) return true;
    for (const before of state.before) {
      if (before.rank < earlier.rank || seen.has(before)) continue;
      seen.add(before);
      open.push(before);
    }
  }
  return false;
}

/** Whether any of some states is of the same life of a file as any of others: whether it began in the same state. */
export function ofOneFile(some: readonly PathState[], others: readonly PathState[]): boolean {
  const origins = originsOf(some);
  for (const origin of originsOf(others)) if (origins.has(origin)) return true;
  return false;
}

function originsOf(states: readonly PathState[]): Set<PathState> {
  const life = new Set(states);
  const origins = new Set<PathState>();
  for (const state of life) {
    if (state.how === 'created' || state.how === 'base') origins.add(state);
    else for (const before of state.before) life.add(before);
  }
  return origins;
}

/** The states that none of the others follows upon, each once, in the order given. */
export function latest(states: readonly PathState[]): PathState[] {
  const each = [...new Set(states)];
  if (each.length < 2) return each;
  return each.filter((state) => !each.some((other) => other !== state && follows(other, state)));
}
