import type { ChangeKind } from '#history/change.ts';
import { displayLine } from '#history/display-text.ts';
import type { ToldRevision } from '#history/tell-entries.ts';
import { dayOf } from '#history/time.ts';
import type { Organisation } from '#schemas/organisation.ts';
import type { Past } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { sentenceList } from '../words.ts';
import { type ChangeView, changeViews } from './change.ts';
import { repositoryUrlOf } from './repository-url.ts';

/** A kind of change as a page shows it: its word, and the key that gives its colour. */
export interface KindView {
  kind: ChangeKind;
  word: string;
}

const kindWords: Readonly<Record<ChangeKind, string>> = {
  outcomes: 'Outcomes',
  requirement: 'Requirement',
  wording: 'Wording',
  housekeeping: 'Housekeeping',
  created: 'New',
  renamed: 'Renamed',
  retired: 'Retired',
  restored: 'Restored',
};

/** What kind of change a revision is; an entry that was taken away is called so. */
export const kindView = ({ kind, how }: Pick<ToldRevision, 'kind' | 'how'>): KindView => ({
  kind,
  word: how === 'removed' ? 'Removed' : kindWords[kind],
});

/** What a kind of change is called where changes are chosen by kind. */
export const kindWord = (kind: ChangeKind): string => kindWords[kind];

/** What revisions are shown with. */
export interface HistoryContext {
  organisation: Organisation;
  /** IANA name; decides on which day something was recorded. */
  timeZone: string;
  /** Where the repository is browsed, without a slash at the end. */
  repositoryUrl: string | undefined;
}

/** The context of a playbook's history. */
export const historyContext = (source: SiteSource, { timeZone }: Past): HistoryContext => ({
  organisation: source.playbook.organisation,
  timeZone,
  repositoryUrl: repositoryUrlOf(source),
});

/** Who changed something, when and why, and what; all text in it is plain. */
export interface HistoryItem {
  commit: string;
  kind: KindView;
  /** The day on which it reached this branch, and the one on which it was written where that is another. */
  landedOn: string;
  writtenOn: string | undefined;
  subject: string;
  /** Paragraphs of the reason below the subject. */
  reason: string[];
  /** "By Ada Lovelace with Jo Doe", "Approved by …", "Reviewed by …". */
  people: string[];
  pullRequest: { text: string; url: string | undefined } | undefined;
  /** Renames, reverts, restored texts and claims, one sentence each. */
  notes: string[];
  changes: ChangeView[];
}

/** One revision as a page shows it. */
export function historyItem(revision: ToldRevision, context: HistoryContext): HistoryItem {
  const { organisation, timeZone, repositoryUrl } = context;
  const landedOn = dayOfTime(revision.landed.date, timeZone);
  const writtenOn = dayOfTime(revision.recorded, timeZone);
  const { pullRequest } = revision;
  return {
    commit: revision.commit,
    kind: kindView(revision),
    landedOn,
    writtenOn: writtenOn === landedOn ? undefined : writtenOn,
    subject: revision.subject,
    reason: paragraphsOf(revision.reason),
    people: peopleOf(revision),
    pullRequest:
      pullRequest === undefined
        ? undefined
        : { text: `#${pullRequest}`, url: repositoryUrl && `${repositoryUrl}/pull/${pullRequest}` },
    notes: notesOf(revision),
    changes: changeViews(revision.changes, organisation),
  };
}

/** The day on which a moment (ISO 8601) falls in a time zone. */
export const dayOfTime = (time: string, timeZone: string): string => dayOf(Date.parse(time) / 1000, timeZone);

/**
 * Messages are wrapped by hand: within a paragraph a line goes on, unless the next one begins an item or is set in.
 * What git itself writes into a revert is told among the notes.
 */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\n(?![ \t]|[-*•]|\d+[.)])/g, ' ').trim())
    .filter((paragraph) => paragraph !== '' && !/^This reverts commit [0-9a-f]{7,64}\.$/.test(paragraph));

/** Names are claims of whoever commits; they are told as such by where they stand. */
function peopleOf({ author, coAuthors, approvedBy, reviewedBy }: ToldRevision): string[] {
  const others = coAuthors.filter((name) => name !== author);
  return [
    `By ${author || 'somebody without a name'}${others.length > 0 ? ` with ${names(others)}` : ''}`,
    ...(approvedBy.length > 0 ? [`Approved by ${names(approvedBy)}`] : []),
    ...(reviewedBy.length > 0 ? [`Reviewed by ${names(reviewedBy)}`] : []),
  ];
}

const names = (list: readonly string[]): string => sentenceList(list);

function notesOf(revision: ToldRevision): string[] {
  const { how, renamedFrom, path, reverts, restores, kind, loweredBy, overturns, life } = revision;
  return [
    ...(kind === 'created' && life > 1 ? ['Another entry at an address that had been given up.'] : []),
    ...(renamedFrom === undefined
      ? []
      : [`Renamed from ${displayLine(renamedFrom)} to ${displayLine(path)}.`]),
    ...(how === 'removed' ? [`The file ${displayLine(path)} was removed.`] : []),
    ...(reverts === undefined
      ? []
      : [`Reverts ${reverts === '' ? 'an earlier change' : `the change ${reverts.slice(0, 12)}`}.`]),
    ...(restores === undefined ? [] : [`Brings back the text of ${restores.slice(0, 12)}.`]),
    ...(loweredBy.length === 0
      ? []
      : [
          `Binding text changed; told as ${kindWords[kind].toLowerCase()} on the word of ${names(loweredBy)}.`,
        ]),
    ...(overturns.length === 0 ? [] : [`Overturns ${names(overturns)}.`]),
  ];
}
