import { location } from 'vfile-location';
import type { Issue } from '#playbook/issue.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { bytes } from './bytes.ts';
import { applyEdits } from './edit.ts';
import type { Fixer, FixTarget } from './fixer.ts';
import { links } from './links.ts';
import { references } from './references.ts';
import { unusedDisables } from './unused-disables.ts';
import { variables } from './variables.ts';
import { yamlScalars } from './yaml-scalars.ts';

/** Every mend that is certain, in passes: what changes bytes moves all positions, so it is made alone. */
const passes: readonly (readonly Fixer[])[] = [
  [bytes],
  [yamlScalars, references, links, variables, unusedDisables],
];

const fixable: ReadonlySet<string> = new Set(passes.flat().flatMap(({ mends }) => mends));

/** Whether a rule is one of those whose issues may be mended. */
export const isFixable = ({ rule }: Issue): boolean => fixable.has(rule);

/** The text of a file with what is certain mended, and how many mends that were; 0 where there is nothing to do. */
export function fixIssues(
  file: string,
  source: string,
  issues: readonly Issue[],
  playbook: Playbook | undefined,
): { text: string; made: number } {
  const places = location(source);
  const target: Omit<FixTarget, 'issues'> = {
    file,
    source,
    entry: playbook?.entries.find((entry) => entry.file === file),
    playbook,
    offsetOf: (position) => places.toOffset(position) ?? source.length,
  };
  for (const fixers of passes) {
    const edits = fixers.flatMap(({ mends, edits }) => {
      const mine = issues.filter(({ rule }) => mends.includes(rule));
      return mine.length ? edits({ ...target, issues: mine }) : [];
    });
    if (edits.length) return applyEdits(source, edits);
  }
  return { text: source, made: 0 };
}
