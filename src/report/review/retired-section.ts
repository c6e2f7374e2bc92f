import type { Review } from '#review/review-change.ts';
import type { Section } from './document.ts';
import { counted } from './words.ts';

/** Entries in force that point at what the change retires; undefined where there are none. */
export function retiredSection({ retiredUses }: Review): Section | undefined {
  if (retiredUses.length === 0) return undefined;
  return {
    title: 'References to retired entries',
    summary: [
      `${counted(retiredUses.length, 'entry in force points', 'entries in force point')} at what is retired now`,
    ],
    items: retiredUses.map(({ from, field, to, replacedBy }) => ({
      line: [
        { code: from },
        field === undefined ? ' links to ' : ` names in ${field} `,
        { code: to },
        ...(replacedBy === undefined
          ? [', which names no replacement.']
          : [', now ', { code: replacedBy }, '.']),
      ],
    })),
  };
}
