import type { Review } from '#review/review-change.ts';
import type { EntryReview } from '#review/review-entries.ts';
import type { Item, Section } from './document.ts';
import { counted, listed } from './words.ts';

/** From which day what binds applies, and what is open until then; undefined where nothing that binds changes. */
export function inForceSection({ entries, macros }: Review): Section | undefined {
  const groups = inForceGroups(entries);
  if (groups.length === 0) return undefined;
  const approvals = macros.filter(
    ({ state }) => state === 'stale' || state === 'changed' || state === 'draft',
  ).length;
  const behind = macros.filter(({ reasons }) =>
    reasons.some(({ kind }) => kind === 'translation-behind'),
  ).length;
  const open = [
    ...(approvals > 0 ? [counted(approvals, 'macro to approve', 'macros to approve')] : []),
    ...(behind > 0
      ? [counted(behind, 'translation to bring up to date', 'translations to bring up to date')]
      : []),
  ];
  const said = groups.map(({ from, entries }) =>
    from === 'merge' ? `${entries.length} at the merge` : `${entries.length} from ${from}`,
  );
  return {
    title: 'In force',
    summary: [listed(said) + (open.length > 0 ? `; open until then: ${listed(open)}` : '')],
    items: groups.flatMap(({ from, entries }) =>
      entries.map(({ id, inForce }): Item => {
        const until =
          inForce && 'until' in inForce
            ? `: until then ${inForce.until === 'nothing' ? 'nothing' : inForce.until} applies`
            : '';
        return {
          line: [{ code: id }, from === 'merge' ? ' as soon as it is merged' : ` from ${from}${until}`],
        };
      }),
    ),
  };
}

/** When what binds comes into force, by day: entries in the order of the review. */
function inForceGroups(entries: readonly EntryReview[]): { from: string; entries: EntryReview[] }[] {
  const groups = Map.groupBy(
    entries.filter(({ inForce }) => inForce),
    ({ inForce }) => inForce?.from ?? '',
  );
  return [...groups]
    .map(([from, entries]) => ({ from, entries }))
    .sort((a, b) => (a.from === 'merge' ? -1 : b.from === 'merge' ? 1 : a.from < b.from ? -1 : 1));
}
