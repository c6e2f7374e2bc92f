import type { PathMap } from './path-map.ts';
import { follows, latest, ofOneFile, type PathState, stands, stateOf } from './path-state.ts';
import { movedAway, type Step } from './trace-paths.ts';

type States = PathMap<PathState>;

/**
 * What a merge makes of the states of its parents. Its changes are known against the first parent; a text that any
 * parent has at the same path is that parent's, and only one that differs from all of them is a revision of the merge.
 * Where two sides have a past of their own, under one name or two, the result follows upon both.
 */
export function mergeStates(parents: readonly States[], step: Step): States {
  const { commit, rank } = step;
  const [first] = parents as [States];
  const { standing, gone, renamedFrom } = outcomeOf(parents, step);
  const after = first.fork();
  const lost = gone.flatMap((path) =>
    parents.flatMap((states) => {
      const state = states.get(path);
      return stands(state) ? [{ states, state }] : [];
    }),
  );
  /** States of files that go on under another name: what becomes of them. */
  const continued = new Map<PathState, PathState>();

  for (const [path, blob] of standing) {
    const slots = parents.flatMap((states) => states.get(path) ?? []);
    const here: PathState[] = slots.filter(stands);
    const elsewhere = underOtherNames(path, here);
    const ended = slots.filter(({ how }) => how === 'removed' || how === 'dropped');
    const place = { commit, rank, path, blob };
    const known = [...here, ...elsewhere];
    // A file that ended here belongs to the past of one that is new, or is this one, removed on one side only.
    const past = latest([
      ...known,
      ...(known.length === 0 ? ended : ended.filter((end) => ofOneFile([end], known))),
    ]);
    const taken = latest(here.filter((state) => state.blob === blob))[0];
    let state: PathState;
    if (taken) {
      const rest = past.filter((other) => other !== taken && !follows(taken, other));
      state = rest.length === 0 ? taken : stateOf('joined', place, [taken, ...rest]);
    } else {
      const old = past.filter(stands);
      const how =
        old.length === 0 ? 'created' : old.some((other) => other.path === path) ? 'changed' : 'renamed';
      state = stateOf(how, place, [...old, ...past.filter((other) => !stands(other))]);
    }
    for (const other of elsewhere) continued.set(other, state);
    after.set(path, state);
  }

  for (const path of gone) {
    const here = parents.flatMap((states) => states.get(path) ?? []);
    const became = here.map((state) => continued.get(state)).find(Boolean);
    const past = latest(here.filter((state) => state.how !== 'moved' && !continued.has(state)));
    const place = { commit, rank, path, blob: '' };
    if (became && past.length === 0) after.set(path, movedAway(became, path));
    else if (!became && here.filter(stands).length === parents.length) {
      after.set(path, stateOf('removed', place, past));
    } else {
      const known = here.find((state) => !stands(state) && past.every((other) => other === state));
      after.set(path, known ?? stateOf('dropped', place, past));
    }
  }
  return after;

  /** The file in parents that do not have it under this path, where they had it under one that is left now. */
  function underOtherNames(path: number, here: readonly PathState[]): PathState[] {
    const source = renamedFrom.get(path);
    const found = lost.filter(
      ({ states, state }) => !stands(states.get(path)) && (state.path === source || ofOneFile([state], here)),
    );
    if (found.length > 0 || here.length > 0) return found.map(({ state }) => state);
    // Renamed in the merge itself, unseen by the first parent: the same text is all that can be gone by.
    const blob = standing.get(path);
    return lost
      .filter(({ state }) => state.blob === blob)
      .slice(0, 1)
      .map(({ state }) => state);
  }
}

/** The paths at which parents differ or the merge did something: the texts that stand there now, and what is gone. */
function outcomeOf(parents: readonly States[], { events }: Step) {
  const [first, ...others] = parents as [States, ...States[]];
  const blobs = new Map<number, string>();
  const renamedFrom = new Map<number, number>();
  for (const other of others) {
    for (const path of first.differences(other)) blobs.set(path, first.get(path)?.blob ?? '');
  }
  for (const { from, path } of events) {
    if (from < 0) continue;
    blobs.set(from, '');
    renamedFrom.set(path, from);
  }
  for (const { path, blob } of events) blobs.set(path, blob);
  const standing = new Map([...blobs].filter(([, blob]) => blob !== ''));
  const gone = [...blobs.keys()].filter((path) => !standing.has(path));
  return { standing, gone, renamedFrom };
}
