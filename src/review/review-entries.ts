import type { OutcomeDiff } from '#decisions/diff-outcomes.ts';
import type { Change, ChangeKind } from '#history/change.ts';
import { compareEntries, readEntryText } from '#history/compare-entries.ts';
import { standingOf } from '#history/in-force.ts';
import { revisionKind } from '#history/revision-kind.ts';
import type { EntryPair } from './entry-pairs.ts';
import type { DecisionReview } from './review-decisions.ts';
import type { ReviewInput } from './review-input.ts';

/** What a change does to the text of one entry. */
export interface EntryReview {
  id: string;
  /** The id that it had, where it was renamed. */
  formerId: string | undefined;
  title: string | undefined;
  /** Path of its file from the root, or the one that it had. */
  file: string;
  kind: ChangeKind;
  /** Empty for an entry that is new or gone. */
  changes: readonly Change[];
  /** False where the new side has a file that is no sound entry; documents beside the folders are never told so. */
  readable: boolean;
  /** When what binds comes into force; undefined where nothing that binds changes. */
  inForce: InForce | undefined;
}

/** From when a text applies: from its merge, or from a later day until which the old text, or none, applies. */
export type InForce = { from: 'merge' } | { from: string; until: 'the text before' | 'nothing' };

/** The entries that a change touches, each with what it changes; nobody's word makes a requirement less than one. */
export function reviewEntries(
  pairs: readonly EntryPair[],
  decisions: readonly DecisionReview[],
  { after: side, today }: Pick<ReviewInput, 'after' | 'today'>,
): EntryReview[] {
  const diffs = new Map(
    decisions.flatMap((decision) =>
      decision.state === 'changed' ? [[decision.id, decision.diff] as const] : [],
    ),
  );
  return pairs.map((pair): EntryReview => {
    const { id, before, after } = pair;
    const changes = before && after ? changesOf(pair, diffs.get(id)) : [];
    const how = !before ? 'created' : !after ? 'removed' : before.id === after.id ? 'changed' : 'renamed';
    const judged = { how, author: '', approvedBy: [], changeKind: undefined } as const;
    const { kind } = revisionKind(judged, changes, false);
    return {
      id,
      formerId: how === 'renamed' ? before?.id : undefined,
      title: (after?.entry ?? before?.entry)?.data.title,
      file: (after ?? before)?.file ?? '',
      kind,
      changes,
      readable: !after || after.entry !== undefined || !id.includes('/') || !side.playbook,
      inForce: inForceOf(pair, kind, today),
    };
  });
}

function changesOf({ kind, before, after }: EntryPair, diff: OutcomeDiff | undefined): Change[] {
  if (before?.text === undefined || after?.text === undefined) return [];
  const [old, fresh] = [readEntryText(kind, before.text), readEntryText(kind, after.text)];
  // The tables were compared already.
  return compareEntries(old, fresh, diff && (() => diff));
}

const binding: readonly ChangeKind[] = ['outcomes', 'requirement', 'created', 'retired', 'restored'];

function inForceOf({ before, after, id }: EntryPair, kind: ChangeKind, today: string): InForce | undefined {
  if (after?.text === undefined || !id.includes('/') || !binding.includes(kind)) return undefined;
  const { effective, status } = standingOf(after.text);
  if (status !== 'active' || effective === undefined || effective <= today) return { from: 'merge' };
  return { from: effective, until: before ? 'the text before' : 'nothing' };
}
