/** A commit of a range: its author after .mailmap, and its message, both as typed but without addresses. */
export interface LoggedCommit {
  id: string;
  author: string;
  message: string;
}

/** What lies between where a change began and where it stands. */
export interface ChangeRange {
  /** Full id of the commit from which both sides went on: the merge base. */
  base: string;
  /** Full id of the newest commit of the change. */
  head: string;
  /** Newest first. */
  commits: readonly LoggedCommit[];
  /** Whoever works on a change under content/ that is not committed; undefined where there is none. */
  working: string | undefined;
  /** Paths (from the root) of files that were renamed: new to old. */
  renames: ReadonlyMap<string, string>;
}
