import { playbookFiles } from '#history/entry-files.ts';
import type { EntryKind } from '#history/weights.ts';
import type { ChangedFile } from '#playbook/changed-file.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import type { ReviewedSide } from './review-input.ts';

/** An entry that a change touches, on both of its sides. */
export interface EntryPair {
  /** Its id now, or the one that it had last. */
  id: string;
  /** What it is compared as: a content type, `organisation` or `requirements`; undefined for a file that is none. */
  kind: EntryKind | undefined;
  before: EntrySide | undefined;
  after: EntrySide | undefined;
}

/** An entry on one side of a change. */
export interface EntrySide {
  id: string;
  file: string;
  /** What the file says; undefined where it may not be read. */
  text: string | undefined;
  /** The entry where it is sound. */
  entry: AnyEntry | undefined;
}

const { idOf, kindOf } = playbookFiles('');

/** The entries among changed files, sorted by id; one that says what it was called before is joined with what went. */
export function entryPairs(
  files: readonly ChangedFile[],
  before: ReviewedSide,
  after: ReviewedSide,
): EntryPair[] {
  const sideOf = (side: ReviewedSide, file: string | undefined, text: string | undefined) => {
    const id = file === undefined ? undefined : idOf(file);
    return file === undefined || id === undefined
      ? undefined
      : { id, file, text, entry: side.playbook?.get(id) };
  };
  const pairs = files.flatMap((file): EntryPair[] => {
    const old = sideOf(before, file.before, file.textBefore);
    const fresh = sideOf(after, file.after, file.textAfter);
    const id = fresh?.id ?? old?.id;
    return id === undefined ? [] : [{ id, kind: kindOf(id), before: old, after: fresh }];
  });
  for (const pair of pairs) {
    if (pair.before || !pair.after?.entry) continue;
    const { formerly } = pair.after.entry.data;
    const source = pairs.find(({ after, before }) => !after && before && formerly.includes(before.id));
    pair.before = source?.before;
    if (source) pairs.splice(pairs.indexOf(source), 1);
  }
  return pairs.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The id that an entry of the new side has on the old one; the same unless it was renamed. */
export const formerId = (pairs: readonly EntryPair[], id: string): string =>
  pairs.find((pair) => pair.after?.id === id)?.before?.id ?? id;
