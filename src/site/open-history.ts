import { diffOutcomes } from '#decisions/diff-outcomes.ts';
import { type EntryFiles, playbookFiles, textFiles } from '#history/entry-files.ts';
import { revisionReader } from '#history/revision.ts';
import type { Teller } from '#history/tell-entries.ts';
import { type EntryTraces, traceEntries } from '#history/trace-entries.ts';
import type { CommitLog, HistoryState } from '#playbook/commit-log.ts';
import { ObjectReader } from '#repository/git/object-reader.ts';
import { readHistory } from '#repository/git/read-history.ts';
import { timeZoneOf } from '#repository/time-zone.ts';

/** The history of a playbook, or of a folder of texts, ready to be told; its reader is for the caller to close. */
export interface OpenHistory {
  root: string;
  state: HistoryState;
  log: CommitLog;
  files: EntryFiles;
  traces: EntryTraces;
  teller: Teller;
  reader: ObjectReader;
  /** IANA name from organisation.yaml, UTC where there is none. */
  timeZone: string;
}

/** Opens the history of the playbook at `root`, or of all `.md` and `.mdx` files in its folder `dir`. */
export async function openHistory(root: string, dir?: string): Promise<OpenHistory> {
  const { state, log } = await readHistory(root);
  const prefix = state.known ? state.prefix : '';
  const files = dir === undefined ? playbookFiles(prefix) : textFiles(prefix, dir);
  const traces = traceEntries(log, state.known ? state.boundaries : [], files);
  const reader = new ObjectReader(root);
  const teller: Teller = {
    files,
    revisionsOf: revisionReader({ log, traces, files }),
    compareTables: diffOutcomes,
    texts: (ids) => reader.texts(ids),
  };
  return { root, state, log, files, traces, teller, reader, timeZone: await timeZoneOf(root) };
}
