import type { CommitLog } from '#playbook/commit-log.ts';
import { type CommitMessage, readMessage } from './commit-message.ts';
import { displayLine } from './display-text.ts';
import type { EntryFiles } from './entry-files.ts';
import { pastOf } from './past-of.ts';
import { type PathState, stands } from './path-state.ts';
import { isoTime } from './time.ts';
import { parentsOf } from './topological-order.ts';
import type { EntryTrace, EntryTraces } from './trace-entries.ts';

/** A commit of the first-parent line: when something reached this branch. */
export interface Landing {
  commit: string;
  /** ISO 8601 with offset, as its committer claims. */
  date: string;
}

/**
 * What one commit did to one entry, in git's terms. Names and dates are what their authors claim; all that somebody typed
 * into git is fit to be shown, but for paths, which are kept as they are.
 */
export interface Revision {
  commit: string;
  parents: readonly string[];
  /** When the commit was made; ISO 8601 with offset. */
  recorded: string;
  landed: Landing;
  author: string;
  subject: string;
  /** The body of the message, without trailers. */
  reason: string;
  /** Number of the pull request named by the commit, or by the merge that landed it. */
  pullRequest: number | undefined;
  approvedBy: readonly string[];
  reviewedBy: readonly string[];
  coAuthors: readonly string[];
  overturns: readonly string[];
  /** What the message claims to be. */
  changeKind: string | undefined;
  /** The commit that it claims to revert; '' for a revert that names none. */
  reverts: string | undefined;
  /** The latest older commit whose text it brings back, letter for letter. */
  restores: string | undefined;
  how: 'created' | 'changed' | 'renamed' | 'removed';
  /** 1 for the first life of the entry; one more after each removal. */
  life: number;
  /** Path after the commit (before it, for a removal), from the folder that was asked about. */
  path: string;
  renamedFrom: string | undefined;
  /** Object ids of the text after and before; '' where there is none. Of a re-created entry, before is its last text. */
  blob: string;
  before: string;
}

/** What revisions are made from. */
export interface RevisionSource {
  log: CommitLog;
  traces: Pick<EntryTraces, 'landed'>;
  files: EntryFiles;
}

/** Gives the revisions of entries, newest first in topological order; each message is read once. */
export function revisionReader({ log, traces, files }: RevisionSource): (entry: EntryTrace) => Revision[] {
  const messages = new Map<number, CommitMessage>();
  const messageOf = (commit: number): CommitMessage => {
    const known = messages.get(commit);
    if (known) return known;
    const message = readMessage(log.messages[commit] ?? '');
    messages.set(commit, message);
    return message;
  };
  const id = (commit: number): string => log.ids[commit] ?? '';
  const date = (commit: number): string => isoTime(log.times[commit] ?? 0, log.zones[commit] ?? 0);
  const shown = (path: number): string => files.shown(log.paths[path] ?? '');

  return (entry) => {
    const revision = (state: PathState, life: number): Revision => {
      const { commit } = state;
      const lander = traces.landed[commit] ?? commit;
      const own = messageOf(commit);
      const landing = lander === commit ? own : messageOf(lander);
      const before = textBefore(state);
      const recorded = date(commit);
      return {
        commit: id(commit),
        parents: parentsOf(log, commit).map(id),
        recorded,
        landed: { commit: id(lander), date: lander === commit ? recorded : date(lander) },
        author: displayLine(log.authors[log.author[commit] ?? 0] ?? ''),
        subject: own.subject,
        reason: own.body,
        pullRequest: own.pullRequest ?? landing.pullRequest,
        approvedBy: both(own.approvedBy, landing.approvedBy),
        reviewedBy: both(own.reviewedBy, landing.reviewedBy),
        coAuthors: own.coAuthors,
        overturns: both(own.overturns, landing.overturns),
        changeKind: own.changeKind ?? landing.changeKind,
        reverts: own.reverts,
        restores: undefined,
        how: state.how as Revision['how'],
        life,
        path: shown(state.path),
        renamedFrom: state.how === 'renamed' && before ? shown(before.path) : undefined,
        blob: state.blob,
        before: before?.blob ?? '',
      };
    };
    const revisions = pastOf(entry).map(({ state, life }) => revision(state, life));
    markRestored(revisions);
    return revisions;
  };
}

/** The state whose text a revision replaced: the first parent's where several had one, the last one of an earlier life. */
export function textBefore({ before }: PathState): PathState | undefined {
  const old = before.find(stands);
  if (old) return old;
  const [ended] = before;
  return ended && textBefore(ended);
}

/** Finds texts that had stood before. */
function markRestored(newestFirst: Revision[]): void {
  const seen = new Map<string, string>();
  for (const revision of newestFirst.toReversed()) {
    const { blob, before, commit } = revision;
    if (blob === '' || blob === before) continue;
    revision.restores = seen.get(blob);
    seen.set(blob, commit);
  }
}

const both = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some === others || others.length === 0 ? some : [...new Set([...some, ...others])];
