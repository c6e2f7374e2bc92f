import type { AnyEntry } from '#playbook/entry.ts';
import { contentTypeNames, contentTypes } from '#schemas/index.ts';

/** "3 macros, 1 decision template": how many entries of each type, in the order of the registry. */
export function countByType(entries: readonly AnyEntry[]): string {
  return contentTypeNames
    .flatMap((type) => {
      const count = entries.filter((entry) => entry.type === type).length;
      return count === 0 ? [] : `${count} ${contentTypes[type][count === 1 ? 'singular' : 'plural']}`;
    })
    .join(', ');
}
