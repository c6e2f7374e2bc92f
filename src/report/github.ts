import type { Report } from './report.ts';
import { summary } from './summary.ts';

/**
 * For GitHub Actions: each issue as a workflow command that puts it on its line of the change, and a count.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(report: Report): string {
  const commands = report.issues.map(({ file, line, column, severity, rule, message, hint }) => {
    // A position that is unknown is left out, and GitHub shows the issue on the file.
    const properties = [
      ['file', file],
      ...(line > 0 ? [['line', String(line)]] : []),
      ...(line > 0 && column > 0 ? [['col', String(column)]] : []),
      ['title', rule],
    ].map(([name, value = '']) => `${name}=${escapeProperty(value)}`);
    return `::${severity} ${properties.join(',')}::${escapeData(hint ? `${message}\n${hint}` : message)}`;
  });
  return [...commands, summary(report)].join('\n');
}

/** As `escapeData` of @actions/core: what would end the command. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** As `escapeProperty` of @actions/core: what would end the property as well. */
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
