import type { ChangeKind } from './change.ts';
import type { EntryChange } from './changes-by-week.ts';
import { describeRevision } from './describe-revision.ts';

/** Kinds whose members are told together: many of them at once say less than one binding change. */
const quiet: ReadonlySet<ChangeKind> = new Set(['created', 'housekeeping', 'renamed']);

/** Fewer are told one by one. */
const fewest = 4;

/** At least one. */
export type SomeChanges = readonly [EntryChange, ...EntryChange[]];

/** Changes one by one, and in one piece what a commit did to many entries of one type, where that is quiet or everywhere the same. */
export function foldedChanges(changes: readonly EntryChange[]): SomeChanges[] {
  const groups = Map.groupBy(changes, (change) => {
    const { id, revision } = change;
    return [revision.commit, revision.kind, folderOf(id), sameness(change)].join('\n');
  });
  return [...groups.values()].flatMap((group): SomeChanges[] => {
    const [first, ...others] = group as [EntryChange, ...EntryChange[]];
    return group.length < fewest ? group.map((change) => [change]) : [[first, ...others]];
  });
}

/** What changes of one commit must share to be told in one piece. */
function sameness({ id, revision }: EntryChange): string {
  const { kind, changes } = revision;
  if (quiet.has(kind)) return '';
  return kind === 'outcomes' || changes.length !== 1 ? id : describeRevision(revision);
}

/** The folder of an entry, which is its type; a file beside the folders goes by its own name. */
export const folderOf = (id: string): string => id.split('/', 1)[0] ?? id;
