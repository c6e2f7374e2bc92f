import { describeChange, describeRegion } from './describe-change.ts';
import { displayLine } from './display-text.ts';
import type { ToldEntry, ToldRevision } from './tell-entries.ts';

/** How many boxes of an outcome change are spelled out. */
const mostRegions = 5;

/** One entry of a changelog for people: a heading, then its revisions, each with what it changed. */
export const entryText = ({ trace, revisions }: ToldEntry): string =>
  [
    `${displayLine(trace.id)}${trace.present ? '' : '  (removed)'}`,
    ...revisions.flatMap((revision) => [
      `  ${revision.landed.date.slice(0, 10)}  ${revision.kind.padEnd(12)}  ${revision.commit.slice(0, 10)}  ${headline(revision)}`,
      ...details(revision).map((line) => `      ${line}`),
    ]),
    '',
  ].join('\n');

/** The same as Markdown; whatever somebody typed into git is shown as typed. */
export const entryMarkdown = ({ trace, revisions }: ToldEntry): string =>
  [
    `## ${escaped(displayLine(trace.id))}${trace.present ? '' : ' (removed)'}`,
    '',
    ...revisions.flatMap((revision) => [
      `- **${revision.kind}**, ${revision.landed.date.slice(0, 10)}, \`${revision.commit.slice(0, 10)}\`: ${escaped(headline(revision))}`,
      ...details(revision).map((line) => `  - ${escaped(line)}`),
    ]),
    '',
  ].join('\n');

/** Why and by whom, on one line. */
function headline(revision: ToldRevision): string {
  const { subject, author, pullRequest, approvedBy } = revision;
  const known = pullRequest === undefined || subject.includes(`#${pullRequest}`) ? '' : ` (#${pullRequest})`;
  const approved = approvedBy.length > 0 ? `; approved by ${approvedBy.join(', ')}` : '';
  return `${subject || '(no message)'}${known}, ${author}${approved}`;
}

function details(revision: ToldRevision): string[] {
  const { renamedFrom, path, reverts, restores, kind, loweredBy } = revision;
  return [
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

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
