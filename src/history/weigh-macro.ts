import type { Change } from './change.ts';
import { parseField } from './read-field.ts';
import { splitFields } from './split-entry.ts';

/**
 * What changes of a macro weigh. A text that nobody approved binds nobody, and what brings it in force, or takes it out,
 * is its approval; to have the same approved again is not.
 */
export function weighMacro(
  changes: readonly Change[],
  before: string | undefined,
  after: string | undefined,
): Change[] {
  const [was, is] = [isApproved(before), isApproved(after)];
  return changes.map((change): Change => {
    const [field, deeper] = change.path;
    if (field === 'approval' && deeper === undefined && was !== is)
      return { ...change, weight: 'requirement' };
    const lowered = !was && !is && field !== 'status' && change.weight === 'requirement';
    return lowered ? { ...change, weight: 'wording' } : change;
  });
}

/** Whether frontmatter says that the text may be sent, as far as it alone tells. */
function isApproved(front: string | undefined): boolean {
  const fields = splitFields(front ?? '');
  const status = fields?.get('status');
  return (
    fields?.has('approval') === true &&
    status !== undefined &&
    parseField('status', status)?.value === 'active'
  );
}
