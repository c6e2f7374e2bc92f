import { isRevision, type PathState } from './path-state.ts';
import type { EntryTrace } from './trace-entries.ts';

/** What commits did to an entry, newest first in topological order, with the number of its life: 1 is the oldest. */
export function pastOf({ newest }: EntryTrace): { state: PathState; life: number }[] {
  const { states, lives } = statesBefore(newest);
  return states
    .filter(({ state }) => isRevision(state))
    .sort((a, b) => b.state.rank - a.state.rank)
    .map(({ state, age }) => ({ state, life: lives - age }));
}

/** Everything that a state follows upon, itself included; `age` counts the lives between: 0 is the newest. */
export function statesBefore(newest: PathState): {
  states: { state: PathState; age: number }[];
  lives: number;
} {
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
