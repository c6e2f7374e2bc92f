import { join } from 'node:path';
import type { CommitLog, HistoryState } from '#playbook/commit-log.ts';
import { inspectRepository, noHistory } from './inspect-repository.ts';
import { joinLogs } from './join-logs.ts';
import { LogBuilder } from './log-builder.ts';
import { keepLog, readKeptLog } from './log-cache.ts';
import { LogParser, logFormat } from './log-parser.ts';
import { GitError, startGit } from './run-git.ts';

/** Everything that git tells about the files of a folder, and how much of the truth that is. */
export interface GitHistory {
  state: HistoryState;
  /** Empty where no history is known. */
  log: CommitLog;
}

/**
 * Reads the history of a folder in a git repository: one question about the repository and one `git log`,
 * which reads only what is new since the log that was kept in the folder `cache` (`.cache/redress` under the root
 * unless told; false keeps nothing). Where there is no history to read, `state` says why.
 */
export async function readHistory(
  root: string,
  { cache = join(root, '.cache/redress') }: { cache?: string | false } = {},
): Promise<GitHistory> {
  const [{ state, fingerprint }, found] = await Promise.all([
    inspectRepository(root),
    cache === false ? undefined : readKeptLog(cache),
  ]);
  if (!state.known) return { state, log: new LogBuilder().build() };
  const { head } = state;
  const kept = found?.fingerprint === fingerprint ? found : undefined;
  if (kept?.head === head) return { state: withinReach(state, kept.log), log: kept.log };
  try {
    const log = (kept && (await readSince(root, head, kept.head, kept.log))) ?? (await readAll(root, head));
    if (cache !== false) await keepLog(cache, { head, fingerprint, log });
    return { state: withinReach(state, log), log };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { state: noHistory(error), log: new LogBuilder().build() };
  }
}

/** A clone may be cut on other branches alone: what HEAD does not reach takes nothing from its history. */
function withinReach(state: HistoryState & { known: true }, { ids }: CommitLog): HistoryState {
  if (state.complete) return state;
  const cut = new Set(state.boundaries);
  const boundaries = ids.filter((id) => cut.has(id));
  return { ...state, boundaries, complete: boundaries.length === 0 };
}

const readAll = async (root: string, head: string): Promise<CommitLog> =>
  (await readLog(root, [head])).builder.build();

/** The log with what is new put before it, or undefined where it does not fit under the new head. */
async function readSince(
  root: string,
  head: string,
  known: string,
  older: CommitLog,
): Promise<CommitLog | undefined> {
  const read = await readLog(root, [head, `^${known}`]).catch((error) => {
    // The commit from which the log was kept may be gone, after a rewrite and a clean-up.
    if (error instanceof GitError && error.code !== undefined) return undefined;
    throw error;
  });
  // A file that was renamed into sight brings changes that the kept log left out.
  if (!read || read.parser.formerPaths.size > 0) return undefined;
  const newer = read.builder.build(older);
  // The old head is an ancestor of the new one exactly if one of the new commits follows upon it.
  const behind = newer.ids.length + older.ids.indexOf(known);
  return newer.parents.includes(behind) ? joinLogs(newer, older) : undefined;
}

async function readLog(root: string, range: readonly string[]) {
  const builder = new LogBuilder();
  const parser = new LogParser(builder, isText);
  const { child, ended } = startGit(root, [...logFormat, '--end-of-options', ...range]);
  child.stdin.end();
  child.stdout.on('data', (chunk: Buffer) => parser.push(chunk));
  await ended;
  return { builder, parser };
}

/** Files whose history may be asked for, wherever they lie; they may move into a folder of entries later. */
const isText = (path: string): boolean => /\.(?:mdx?|ya?ml)$/i.test(path);
