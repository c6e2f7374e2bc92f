import { countOf, type Report } from './report.ts';

/** For machines: `{ issues: [{ file, line, column, severity, rule, message, hint }], entries, errors, warnings }`. */
export const json = ({ issues, entries }: Report): string =>
  JSON.stringify(
    {
      issues: issues.map(({ file, line, column, severity, rule, message, hint }) => ({
        file,
        line,
        column,
        severity,
        rule,
        message,
        hint,
      })),
      entries,
      errors: countOf(issues, 'error'),
      warnings: countOf(issues, 'warning'),
    },
    null,
    2,
  );
