import type { CommitLog, HistoryState } from '#playbook/commit-log.ts';
import { isoTime } from './time.ts';

/** From when on history is known, where it was cut: the newest of the commits at its edge; undefined where it is complete. */
export function knownSince(state: HistoryState, log: CommitLog): string | undefined {
  if (!state.known) return undefined;
  const edges = state.boundaries.map((id) => log.ids.indexOf(id)).filter((commit) => commit >= 0);
  const newest = edges.toSorted((a, b) => (log.times[b] ?? 0) - (log.times[a] ?? 0))[0];
  return newest === undefined ? undefined : isoTime(log.times[newest] ?? 0, log.zones[newest] ?? 0);
}
