import type { Revision } from '#history/revision.ts';

/**
 * Who wrote a text first, author and co-authors as git claims them: of the oldest revision (they come newest first) after
 * which it stands and before which it did not. Nobody where history does not reach back so far, or does not know the text.
 */
export function textWriters(
  revisions: readonly Pick<Revision, 'blob' | 'before' | 'author' | 'coAuthors'>[],
  isText: (blob: string) => boolean,
): string[] {
  const isKnown = (before: string, place: number) =>
    revisions.some(({ blob }, older) => older > place && blob === before);
  if (revisions.some(({ before }, place) => isText(before) && !isKnown(before, place))) return [];
  const first = revisions.findLast(({ blob, before }) => isText(blob) && !isText(before));
  return first ? [first.author, ...first.coAuthors] : [];
}
