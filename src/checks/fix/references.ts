import type { Playbook } from '#playbook/playbook.ts';
import { referencesOf } from '#playbook/references.ts';
import type { OrganisationSection, ReferenceTarget } from '#schemas/fields.ts';
import type { Fixer } from './fixer.ts';

/** References to an entry by an address that it used to have, and keys that are wrong in their capitals alone. */
export const references: Fixer = {
  mends: ['reference-dangling'],
  edits({ source, entry, playbook, issues, offsetOf }) {
    if (!entry || !playbook) return [];
    return referencesOf(entry).flatMap(({ path, target, value }) => {
      const position = entry.positionOf(path);
      if (!issues.some(({ line, column }) => line === position.line && column === position.column)) return [];
      const instead = target.startsWith('organisation.')
        ? keyIn(playbook, target, value)
        : movedTo(playbook, target, value);
      const at = offsetOf(position);
      const start = at + (/["']/.test(source[at] ?? '') ? 1 : 0);
      if (!instead || !source.startsWith(value, start)) return [];
      return [{ start, end: start + value.length, text: instead }];
    });
  },
};

function keyIn({ organisation }: Playbook, target: ReferenceTarget, value: string): string | undefined {
  const keys = Object.keys(organisation[target.slice('organisation.'.length) as OrganisationSection]);
  const same = keys.filter((key) => key.toLowerCase() === value.toLowerCase());
  return same.length === 1 ? same[0] : undefined;
}

/** What to write for an entry that has moved: its slug, or its id where the field takes any entry. */
function movedTo(playbook: Playbook, target: ReferenceTarget, value: string): string | undefined {
  const former = target === 'entry' ? value : `${target}/${value}`;
  const moved = playbook.entries.find(({ data }) => data.formerly.includes(former));
  if (target === 'entry') return moved?.id;
  return moved?.type === target ? moved.slug : undefined;
}
