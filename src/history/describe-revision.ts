import { type Change, changeKinds } from './change.ts';
import { describeChange } from './describe-change.ts';
import { displayLine } from './display-text.ts';
import type { ToldRevision } from './tell-entries.ts';

/** What a revision did, in one sentence: "Maximum age: 180 days to 365 days, and 2 more". */
export function describeRevision({ kind, how, renamedFrom, changes }: ToldRevision): string {
  if (kind === 'created') return 'New';
  if (kind === 'restored') return 'Restored';
  if (kind === 'retired') return how === 'removed' ? 'Removed' : 'Retired';
  if (kind === 'renamed' && renamedFrom !== undefined) return `Renamed from ${displayLine(renamedFrom)}`;
  const [strongest, ...others] = [...changes].sort((a, b) => strength(a) - strength(b));
  if (!strongest) return 'Formatting only';
  return others.length > 0
    ? `${describeChange(strongest)}, and ${others.length} more`
    : describeChange(strongest);
}

/** The date from which a change applies says least of what it is. */
const strength = ({ weight, path }: Change): number =>
  changeKinds.indexOf(weight) + (path[0] === 'effective' ? 0.5 : 0);
