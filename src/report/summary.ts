import { countOf, type Report } from './report.ts';

/** One line: how much was read and found. */
export function summary({ issues, entries }: Report): string {
  const errors = countOf(issues, 'error');
  const warnings = countOf(issues, 'warning');
  const found =
    errors + warnings === 0 ? 'no issues' : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  return `${plural(entries, entries === 1 ? 'entry' : 'entries', '')}: ${found}`;
}

const plural = (count: number, noun: string, ending = 's'): string =>
  `${count} ${noun}${count === 1 ? '' : ending}`;
