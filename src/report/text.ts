import { countOf, type Report } from './report.ts';

/** For people: `path:line:col  error  message  rule`, the hint below, and a count at the end. */
export function text({ issues, entries }: Report): string {
  const lines = issues.flatMap(({ file, line, column, severity, message, rule, hint }) => [
    `${file}:${line}:${column}  ${severity}  ${message}  ${rule}`,
    ...(hint ? [`    ${hint}`] : []),
  ]);
  const errors = countOf(issues, 'error');
  const warnings = countOf(issues, 'warning');
  const found =
    errors + warnings === 0 ? 'no issues' : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  return [
    ...lines,
    ...(lines.length ? [''] : []),
    `${plural(entries, entries === 1 ? 'entry' : 'entries', '')}: ${found}`,
  ].join('\n');
}

const plural = (count: number, noun: string, ending = 's'): string =>
  `${count} ${noun}${count === 1 ? '' : ending}`;
