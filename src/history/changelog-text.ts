import { describeChange, describeRegion } from './describe-change.ts';
import { cut } from './describe-words.ts';
import { displayLine } from './display-text.ts';
import type { ToldEntry, ToldRevision } from './tell-entries.ts';
import { dayOf } from './time.ts';

/** How many boxes of an outcome change are spelled out. */
const mostRegions = 5;

/**
 * One entry of a changelog for people: a heading, then its revisions by the day on which they reached this branch, in a time
 * zone (IANA name), each with what it changed.
 */
export const entryText = ({ trace, revisions }: ToldEntry, timeZone: string): string =>
  [
    `${displayLine(trace.id)}${trace.present ? '' : '  (removed)'}`,
    ...revisions.flatMap((revision) => [
      `  ${dayIn(timeZone, revision.landed.date)}  ${revision.kind.padEnd(12)}  ${revision.commit.slice(0, 10)}  ${headline(revision)}`,
      ...details(revision, timeZone).map((line) => `      ${line}`),
    ]),
    '',
  ].join('\n');

/** The same as Markdown; whatever somebody typed into git is shown as typed. */
export const entryMarkdown = ({ trace, revisions }: ToldEntry, timeZone: string): string =>
  [
    `## ${escaped(displayLine(trace.id))}${trace.present ? '' : ' (removed)'}`,
    '',
    ...revisions.flatMap((revision) => [
      `- **${revision.kind}**, ${dayIn(timeZone, revision.landed.date)}, \`${revision.commit.slice(0, 10)}\`: ${escaped(headline(revision))}`,
      ...details(revision, timeZone).map((line) =>
        line.replace(/^( *)(.*)$/, (_, indent, text) => `  ${indent}- ${escaped(text)}`),
      ),
    ]),
    '',
  ].join('\n');

/** Why and by whom, on one line: "Say which receipts count (#12) [Ada Lovelace; approved by Kim]". */
function headline(revision: ToldRevision): string {
  const { subject, author, coAuthors, pullRequest, approvedBy } = revision;
  const known = pullRequest === undefined || subject.includes(`#${pullRequest}`) ? '' : ` (#${pullRequest})`;
  const authors = [author || 'nobody named', ...coAuthors.filter((name) => name !== author)].join(' and ');
  const approved = approvedBy.length > 0 ? `; approved by ${approvedBy.join(', ')}` : '';
  return `${subject || '(no message)'}${known} [${authors}${approved}]`;
}

/** Why a revision was made, how it reached this branch, and what it did. */
function details(revision: ToldRevision, timeZone: string): string[] {
  const { commit, landed, recorded, reason } = revision;
  const why = displayLine(reason.replace(/^This reverts commit [0-9a-f]+\.?$/m, ''));
  const merged = `Written on ${dayIn(timeZone, recorded)}, landed with ${landed.commit.slice(0, 10)}`;
  return [
    ...(why === '' ? [] : [`Why: ${cut(why)}`]),
    ...(landed.commit === commit ? [] : [merged]),
    ...revisionLines(revision),
  ];
}

/** Everything that a revision did, a line each, without who and why; what belongs to the line above begins with two spaces. */
export function revisionLines(revision: ToldRevision): string[] {
  const { renamedFrom, path, reverts, restores, kind, loweredBy, life } = revision;
  return [
    ...(kind === 'created' && life > 1 ? ['Another entry at an address that had been given up'] : []),
    ...(renamedFrom === undefined
      ? []
      : [`Renamed from ${displayLine(renamedFrom)} to ${displayLine(path)}`]),
    ...(reverts === undefined
      ? []
      : [`Reverts ${reverts === '' ? 'an earlier change' : reverts.slice(0, 10)}`]),
    ...(restores === undefined ? [] : [`Brings back the text of ${restores.slice(0, 10)}`]),
    ...(loweredBy.length === 0 ? [] : [`Told as ${kind}, as approved by ${loweredBy.join(', ')}`]),
    ...revision.changes.flatMap((change) => {
      if (change.what !== 'outcomes') return [describeChange(change)];
      const { regions, moreRegions } = change.difference;
      const left = regions.length + moreRegions - mostRegions;
      const boxes = regions.slice(0, mostRegions).map((region) => `  ${describeRegion(region)}`);
      return [describeChange(change), ...boxes, ...(left > 0 ? [`  and ${left} more`] : [])];
    }),
  ];
}

/** The day of a moment, which is ISO 8601 with offset. */
const dayIn = (timeZone: string, moment: string): string => dayOf(Date.parse(moment) / 1000, timeZone);

/** Text that Markdown shows as typed; addresses become links to themselves whatever stands before them. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
