import { displayLine, displayText } from './display-text.ts';

/** A commit message, read by the conventions of the field where it follows them; fit to be shown. */
export interface CommitMessage {
  subject: string;
  /** What stands below the subject, without trailers: the reason. */
  body: string;
  /** Number of the pull or merge request that the message names. */
  pullRequest: number | undefined;
  /** The commit that it says it reverts, as many digits as it gives, or '' for a revert that names none. */
  reverts: string | undefined;
  approvedBy: readonly string[];
  reviewedBy: readonly string[];
  coAuthors: readonly string[];
  /** Entries whose overturning it announces, `precedents/<slug>`. */
  overturns: readonly string[];
  /** The kind of change that it claims to be. */
  changeKind: string | undefined;
}

/** Reads subject, reason, trailers, pull request and revert from a commit message; every part may be missing. */
export function readMessage(message: string): CommitMessage {
  const text = displayText(message).trim();
  const end = /\n[ \t]*\n/.exec(text);
  const subject = displayLine(end ? text.slice(0, end.index) : text);
  const rest = end ? text.slice(end.index).trim() : '';
  const { body, trailers } = splitTrailers(rest);
  const named = (name: string) => [
    ...new Set(trailers.filter(([key]) => key === name).map(([, value]) => value)),
  ];
  return {
    subject,
    body,
    pullRequest: pullRequestOf(subject, rest),
    reverts:
      /^This reverts commit ([0-9a-f]{7,64})\b/m.exec(rest)?.[1] ??
      (/^Revert(?:ed)? "/.test(subject) ? '' : undefined),
    approvedBy: named('approved-by'),
    reviewedBy: named('reviewed-by'),
    coAuthors: named('co-authored-by'),
    overturns: named('overturns'),
    changeKind: named('change-kind').at(-1)?.toLowerCase(),
  };
}

/** Trailers are the last paragraph, where it holds nothing else; a line that begins with a space continues one. */
function splitTrailers(text: string): { body: string; trailers: [string, string][] } {
  const start = Math.max(0, text.search(/(?:^|\n[ \t]*\n)(?:(?!\n[ \t]*\n)[\s\S])*$/));
  const lines = text.slice(start).trim().split('\n');
  const trailers: [key: string, ...lines: string[]][] = [];
  for (const line of lines) {
    const [, key, value] = /^([A-Za-z][A-Za-z0-9-]*):[ \t]*(.*)$/.exec(line) ?? [];
    const last = trailers.at(-1);
    if (key !== undefined && value !== undefined) trailers.push([key.toLowerCase(), value]);
    else if (/^[ \t]/.test(line) && last) last.push(line);
    else if (!/^(?:\(cherry picked from |#|-+$)/.test(line)) return { body: text, trailers: [] };
  }
  const read = trailers.map(([key, ...value]): [string, string] => [key, displayLine(value.join(' '))]);
  return { body: text.slice(0, start).trim(), trailers: read.filter(([, value]) => value !== '') };
}

/** `(#123)` of a squash, and the subjects and footers of the hosts' merges. */
function pullRequestOf(subject: string, rest: string): number | undefined {
  const found =
    /\(#(\d{1,9})\)$/.exec(subject) ??
    /^Merge pull request #(\d{1,9})\b/.exec(subject) ??
    /\(pull request #(\d{1,9})\)$/.exec(subject) ??
    /^Merged PR (\d{1,9}):/.exec(subject) ??
    /^See merge request \S*!(\d{1,9})$/m.exec(rest);
  return found ? Number(found[1]) : undefined;
}
