import { statesBefore } from './past-of.ts';
import { type PathState, stands } from './path-state.ts';
import type { EntryTrace } from './trace-entries.ts';

/** What this branch had from one commit of the first-parent line on; nothing where it goes on as another entry. */
interface LinePlace {
  commit: number;
  state: PathState | undefined;
}

/**
 * What this branch had of an entry in turn, newest first: what stood after each commit of the first-parent line that changed
 * it, and where two files became one, the newest of those that stood. `ranks` are the places of commits in time.
 */
export function branchLine({ newest }: EntryTrace, ranks: Int32Array): LinePlace[] {
  const rankOf = (commit: number): number => (commit < 0 ? Number.POSITIVE_INFINITY : (ranks[commit] ?? 0));
  const stays = statesBefore(newest)
    .states.flatMap(({ state }) =>
      [...state.stoodBefore, state]
        .filter(({ landedBy }) => landedBy >= 0)
        .map(({ landedBy, leftBy }) => ({
          state,
          landedBy,
          from: rankOf(landedBy),
          until: rankOf(leftBy),
          leftBy,
        })),
    )
    .sort((a, b) => a.from - b.from);
  const commits = new Set(
    stays.flatMap(({ landedBy, leftBy }) => (leftBy < 0 ? landedBy : [landedBy, leftBy])),
  );
  const line: LinePlace[] = [];
  let open: typeof stays = [];
  let next = 0;
  for (const commit of [...commits].sort((a, b) => rankOf(a) - rankOf(b))) {
    const now = rankOf(commit);
    for (let stay = stays[next]; stay && stay.from <= now; stay = stays[++next]) open.push(stay);
    open = open.filter(({ until }) => until > now);
    const state = (open.findLast((stay) => stands(stay.state)) ?? open.at(-1))?.state;
    if (line.length === 0 || line.at(-1)?.state !== state) line.push({ commit, state });
  }
  return line.reverse();
}
