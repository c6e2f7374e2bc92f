import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffOutcomes } from '#decisions/diff-outcomes.ts';
import type { Change, ChangeKind } from '#history/change.ts';
import { compareEntries, readEntryText } from '#history/compare-entries.ts';
import { describeChange } from '#history/describe-change.ts';
import { playbookFiles } from '#history/entry-files.ts';
import { revisionKind } from '#history/revision-kind.ts';
import { validPlaybook } from './playbook.ts';

/** A replacement in a text: what stands there, and what takes its place. */
export type Edit = readonly [from: string | RegExp, to: string];

const files = playbookFiles('');

/** The text of a file of the small playbook, by its path below content/. */
export const fixture = (file: string): string => readFileSync(join(validPlaybook, 'content', file), 'utf8');

/** A text with replacements; throws where one finds nothing. */
export function edited(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((now, [from, to]) => {
    const next = now.replace(from, to);
    if (next === now) throw new Error(`nothing to replace: ${from}`);
    return next;
  }, text);
}

/** The changes between two texts of a file of a playbook. */
export function changesOf(file: string, before: string, after: string): Change[] {
  const kind = files.kindOf(files.idOf(`content/${file}`) ?? '');
  return compareEntries(readEntryText(kind, before), readEntryText(kind, after), diffOutcomes);
}

/** What edits of a file of the small playbook are told as. */
export function told(file: string, ...edits: readonly Edit[]): { kind: ChangeKind; changes: string[] } {
  const before = fixture(file);
  return toldBetween(file, before, edited(before, ...edits));
}

/** What one text taking the place of another is told as. */
export function toldBetween(
  file: string,
  before: string,
  after: string,
): { kind: ChangeKind; changes: string[] } {
  const changes = changesOf(file, before, after);
  const revision = { how: 'changed', author: 'Ada Lovelace', approvedBy: [], changeKind: undefined } as const;
  return { kind: revisionKind(revision, changes, false).kind, changes: changes.map(describeChange) };
}
