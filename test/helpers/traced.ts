import { type EntryFiles, playbookFiles, textFiles } from '#history/entry-files.ts';
import { type Revision, revisionReader } from '#history/revision.ts';
import { type EntryTrace, type EntryTraces, traceEntries } from '#history/trace-entries.ts';
import type { CommitLog, HistoryState } from '#playbook/commit-log.ts';
import { readHistory } from '#repository/git/read-history.ts';

/** The history of a repository, read and traced. */
export interface Traced {
  state: HistoryState;
  log: CommitLog;
  files: EntryFiles;
  traces: EntryTraces;
  revisionsOf: (entry: EntryTrace) => Revision[];
  /** The revisions of the entry with an id, newest first; none where there is no such entry. */
  revisions: (id: string) => Revision[];
}

/** Every Markdown file of a repository, each told under its path. */
const everyText: EntryFiles = {
  ...textFiles('', ''),
  idOf: (path) => (/\.mdx?$/i.test(path) ? path : undefined),
};

/** Reads and traces the history at a root; of the playbook there, or of every Markdown file. Keeps no cache unless told. */
export async function traced(
  root: string,
  { playbook = false, cache = false }: { playbook?: boolean; cache?: string | false } = {},
): Promise<Traced> {
  const { state, log } = await readHistory(root, { cache });
  const files = playbook ? playbookFiles(state.known ? state.prefix : '') : everyText;
  const traces = traceEntries(log, state.known ? state.boundaries : [], files);
  const revisionsOf = revisionReader({ log, traces, files });
  const entryOf = (id: string) => traces.entries.find((entry) => entry.id === id);
  const revisions = (id: string) => {
    const entry = entryOf(id);
    return entry ? revisionsOf(entry) : [];
  };
  return { state, log, files, traces, revisionsOf, revisions };
}

/** What a history says in words that do not depend on how it was read: for comparing two of them. */
export const told = ({ traces, revisionsOf }: Traced): Record<string, Revision[]> =>
  Object.fromEntries(traces.entries.map((entry) => [entry.id, revisionsOf(entry)]));
