import { isRevision, type PathState } from './path-state.ts';
import type { EntryTrace } from './trace-entries.ts';

/** What happened to an entry. */
export interface EntryPast {
  /** What commits did to it, newest first in topological order, with the number of its life: 1 is the oldest. */
  revisions: { state: PathState; life: number }[];
  /** The text that stood where a shallow clone begins, if one did. */
  base: PathState | undefined;
  /** The states that this branch had in turn, newest first, each with the commit of the first-parent line that set it. */
  line: { commit: number; state: PathState }[];
}

/** Follows an entry back from its newest state; `ranks` are the places of commits in time, as tracing gives them. */
export function pastOf({ newest }: EntryTrace, ranks: Int32Array): EntryPast {
  const { states, lives } = statesBefore(newest);
  const rankOf = (commit: number): number => ranks[commit] ?? 0;
  return {
    revisions: states
      .filter(({ state }) => isRevision(state))
      .sort((a, b) => b.state.rank - a.state.rank)
      .map(({ state, age }) => ({ state, life: lives - age })),
    base: states.find(({ state }) => state.how === 'base')?.state,
    line: states
      .flatMap(({ state }) => [...state.landedBefore, state.landedBy].map((commit) => ({ commit, state })))
      .filter(({ commit }) => commit >= 0)
      .sort((a, b) => rankOf(b.commit) - rankOf(a.commit)),
  };
}

/** Everything that a state follows upon, itself included; `age` counts the lives between: 0 is the newest. */
function statesBefore(newest: PathState): { states: { state: PathState; age: number }[]; lives: number } {
  const states: { state: PathState; age: number }[] = [];
  let age = 0;
  const seen = new Set<PathState>();
  for (let life = [newest]; life.length > 0; age++) {
    const earlier: PathState[] = [];
    for (let state = life.pop(); state; state = life.pop()) {
      if (seen.has(state)) continue;
      seen.add(state);
      states.push({ state, age });
      (state.how === 'created' ? earlier : life).push(...state.before);
    }
    life = earlier.filter((state) => !seen.has(state));
  }
  return { states, lives: age };
}
