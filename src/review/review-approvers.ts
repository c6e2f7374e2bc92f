import { handleOf } from '#playbook/handle-of.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { Organisation } from '#schemas/organisation.ts';
import { type Approver, approversOf } from './approvers.ts';
import { authorsOf } from './authors-of.ts';
import type { EntryPair } from './entry-pairs.ts';
import type { ReviewInput } from './review-input.ts';
import type { MacroReview } from './review-macros.ts';

/** Who has to look at a change, and who may not approve it. */
export interface ApproverReview {
  approvers: readonly (Approver & { excluded: readonly string[] })[];
  /** Names of the authors and co-authors of the range, as git claims them, with the handle of each where one is known. */
  authors: readonly { name: string; handle: string | undefined }[];
  /** Files for which organisation.yaml names no owner. */
  unowned: readonly string[];
  /** Handle to the name that it is shown by. */
  names: ReadonlyMap<string, string>;
}

/** Owners of both sides: whoever loses an entry looks at the change too. Rights are those from before the change. */
export function reviewApprovers(
  { range, before, after }: ReviewInput,
  pairs: readonly EntryPair[],
  macros: readonly MacroReview[],
): ApproverReview {
  const stale = macros.flatMap(({ id, state }) => (state === 'stale' || state === 'changed' ? [id] : []));
  const side = (playbook: Playbook | undefined, ids: readonly (string | undefined)[]) =>
    playbook
      ? approversOf(
          playbook,
          ids.filter((id) => id !== undefined),
        )
      : [];
  const old = side(
    before.playbook,
    pairs.map((pair) => pair.before?.id),
  );
  const now = side(after.playbook, [...pairs.map((pair) => pair.after?.id), ...stale]);
  const organisation = before.playbook?.organisation ?? after.playbook?.organisation;
  const authors = authorsOf(range).map((name) => ({
    name,
    handle: organisation && handleOf(organisation, name),
  }));
  const handles = new Set(authors.map(({ handle }) => handle));
  return {
    approvers: merged(old, now).map((approver) => ({
      ...approver,
      excluded: approver.people.filter((handle) => handles.has(handle)),
    })),
    authors,
    unowned: pairs.flatMap(({ id, before, after }) =>
      id.includes('/') ? [] : [after?.file ?? before?.file ?? ''],
    ),
    names: namesOf(before.playbook?.organisation, after.playbook?.organisation),
  };
}

/** Those of the old side first; whoever has a right through the change alone does not have it yet. */
function merged(old: readonly Approver[], now: readonly Approver[]): Approver[] {
  const all = old.map((approver) => ({ ...approver, entries: [...approver.entries] }));
  for (const approver of now) {
    const known = all.find(({ as, team }) => as === approver.as && team === approver.team);
    if (known) known.entries = [...new Set([...known.entries, ...approver.entries])].sort();
    else all.push({ ...approver, entries: [...approver.entries] });
  }
  return all;
}

const namesOf = (...organisations: readonly (Organisation | undefined)[]): Map<string, string> =>
  new Map(
    organisations.flatMap((organisation) =>
      Object.entries(organisation?.people ?? {}).map(([handle, { name }]) => [handle, name] as const),
    ),
  );
