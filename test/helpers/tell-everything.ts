import { playbookFiles } from '#history/entry-files.ts';
import { revisionReader } from '#history/revision.ts';
import { tellEntries } from '#history/tell-entries.ts';
import { traceEntries } from '#history/trace-entries.ts';
import { ObjectReader } from '#repository/git/object-reader.ts';
import type { GitHistory } from '#repository/git/read-history.ts';

/** Traces all entries and tells all their revisions, keeping nothing; gives how many there were. */
export async function tellEverything(root: string, { state, log }: GitHistory) {
  const files = playbookFiles(state.known ? state.prefix : '');
  const traces = traceEntries(log, state.known ? state.boundaries : [], files);
  const reader = new ObjectReader(root);
  const teller = {
    files,
    revisionsOf: revisionReader({ log, traces, files }),
    texts: (ids: readonly string[]) => reader.texts(ids),
  };
  const counts = { entries: traces.entries.length, revisions: 0, changes: 0 };
  for await (const { revisions } of tellEntries(traces.entries, teller)) {
    counts.revisions += revisions.length;
    for (const { changes } of revisions) counts.changes += changes.length;
  }
  await reader.close();
  return counts;
}
