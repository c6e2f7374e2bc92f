import type { Period } from '#history/in-force.ts';
import { addDays } from '#history/time.ts';
import { longDate } from '../words.ts';

/** When a text was or will be in force, in words with both ends included: "3 March 2026 to 4 April 2026". */
export function periodText({ text, from, until, applies }: Period, today: string): string {
  if (!applies) return `never: ${whyNever(text.status)}`;
  if (until !== undefined) {
    const last = addDays(until, -1);
    return last === from ? `on ${longDate(from)}` : `${longDate(from)} to ${longDate(last)}`;
  }
  return `${from > today ? 'from' : 'since'} ${longDate(from)}`;
}

function whyNever(status: string): string {
  if (status === 'draft') return 'it was a draft';
  if (status === 'retired') return 'it says that the entry is retired';
  return 'another text took its place before its first day had ended';
}
