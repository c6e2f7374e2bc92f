import type { Report } from './report.ts';
import { summary } from './summary.ts';

/** For people: `path:line:col  error  message  rule`, the hint below, and a count at the end. */
export function text(report: Report): string {
  const lines = report.issues.flatMap(({ file, line, column, severity, message, rule, hint }) => [
    `${file}:${line}:${column}  ${severity}  ${message}  ${rule}`,
    ...(hint ? [`    ${hint}`] : []),
  ]);
  return [...lines, ...(lines.length ? [''] : []), summary(report)].join('\n');
}
