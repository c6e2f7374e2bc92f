/**
 * The commits that HEAD reaches, children before parents as far as their dates allow, kept as columns:
 * 150,000 commits are then a few arrays, which a cache can hold and give back at once. Numbers are positions in `ids`.
 */
export interface CommitLog {
  /** Full object ids; the first is HEAD. */
  readonly ids: readonly string[];
  /** Commit n has the parents `parents[parentStart[n]]` up to `parentStart[n + 1]`; -1 is a parent that is not here. */
  readonly parentStart: Int32Array;
  readonly parents: Int32Array;
  /** Seconds since 1970 at which the commit was recorded, and minutes east of Greenwich there. */
  readonly times: Float64Array;
  readonly zones: Int16Array;
  /** Position in `authors`: names after .mailmap, without addresses. */
  readonly author: Int32Array;
  readonly authors: readonly string[];
  /** Subject and body as their author typed them, without addresses. */
  readonly messages: readonly string[];
  /** Commit n did the file changes `eventStart[n]` up to `eventStart[n + 1]`, against its first parent. */
  readonly eventStart: Int32Array;
  /** Position in `paths` of the path that changed, and of the path it had before, or -1. */
  readonly eventPath: Int32Array;
  readonly eventFrom: Int32Array;
  /** Object id of the new content; '' where the file was removed. */
  readonly eventBlob: readonly string[];
  /** Paths from the top of the repository. */
  readonly paths: readonly string[];
}

/** Why there is no history to tell. */
export type NoHistoryReason =
  | 'no-git'
  | 'git-too-old'
  | 'no-repository'
  | 'refused-owner'
  | 'no-permission'
  | 'no-commits'
  | 'damaged';

/** How much of git's memory stands behind a folder. */
export type HistoryState =
  | {
      known: true;
      head: string;
      /** Path of the folder inside its repository, '' or ending in a slash. */
      prefix: string;
      /** Whether history reaches back to the first commit. */
      complete: boolean;
      /** Object ids of the commits at which a shallow clone was cut: what came before them is not known. */
      boundaries: readonly string[];
    }
  | {
      known: false;
      reason: NoHistoryReason;
      /** One sentence for people: what is missing and what would mend it. */
      message: string;
      /** What git said, for the command line alone: it may name folders of this machine. */
      detail?: string;
    };
