import type { Issue } from '#playbook/issue.ts';
import { linesOf } from './lines.ts';
import { problem } from './problem.ts';
import { quote } from './quote.ts';

const longestLine = 20_000;
/** The parser's time grows with the square of a run of ASCII without spaces; addresses are shorter. */
const longestRun = 4000;
const tooLongRun = new RegExp(`(?<![!-~])[!-~]{${longestRun + 1},}`, 'g');
const deepest = 100;
/** Columns before the text of a line: a list of 100 levels, four columns each. */
const widestIndent = 400;

/** What opens quotes, lists and YAML sequences at the beginning of a line. */
const marker = /[ \t]*(?:>|(?:[-*+?:]|\d{1,9}[.)])(?=[ \t]))/y;

/** Lines too long to review, and nesting so deep that parsers slow down or run out of stack; in linear time. */
export function checkNesting(text: string, file: string): Issue[] {
  const at = tooDeep(text);
  const { positionOf } = linesOf(text);
  const issues: Issue[] = [];
  if (at !== undefined) {
    const found = quote(text[at] ?? '').replace('` `', 'indentation');
    const message = `Unexpected ${found}, expected at most ${deepest} nested brackets, quotes or lists`;
    issues.push(
      problem(
        file,
        positionOf(at),
        'bytes-nested',
        message,
        'Close what is open, or take the row of characters out.',
      ),
    );
  }
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.length > longestLine) {
      const length = line.length.toLocaleString('en');
      const message = `Unexpected line of ${length} characters, expected at most ${longestLine.toLocaleString('en')}`;
      issues.push(
        problem(file, positionOf(start + longestLine), 'bytes-line-too-long', message, 'Break the line.'),
      );
    }
    start += line.length + 1;
  }
  for (const { 0: run, index } of text.matchAll(tooLongRun)) {
    const length = run.length.toLocaleString('en');
    const message = `Unexpected ${length} characters without a space, expected at most ${longestRun.toLocaleString('en')}`;
    issues.push(
      problem(file, positionOf(index + longestRun), 'bytes-line-too-long', message, 'Break the line.'),
    );
  }
  return issues;
}

/** Offset of the first bracket, quote or list that is nested too deep; brackets are counted each kind by itself. */
function tooDeep(text: string): number | undefined {
  const open = { '(': 0, '[': 0, '{': 0 };
  let line = leadTooDeep(text, 0);
  if (line !== undefined) return line;
  for (const { 0: sign, index } of text.matchAll(signs)) {
    switch (sign) {
      case '\n':
        line = leadTooDeep(text, index + 1);
        if (line !== undefined) return line;
        break;
      case '(':
      case '[':
      case '{':
        if (++open[sign] > deepest) return index;
        break;
      case ')':
        open['('] = Math.max(0, open['('] - 1);
        break;
      case ']':
        open['['] = Math.max(0, open['['] - 1);
        break;
      default:
        open['{'] = Math.max(0, open['{'] - 1);
    }
  }
  return undefined;
}

/** Brackets and the ends of lines. */
const signs = /[\n()[\]{}]/g;

/** Offset in the markers and the indentation of the line that begins at `start`. */
function leadTooDeep(text: string, start: number): number | undefined {
  marker.lastIndex = start;
  let end = start;
  for (let count = 1; marker.test(text); count++) {
    end = marker.lastIndex;
    if (count > deepest) return end - 1;
  }
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - start > widestIndent && text[at] !== '\n' ? start + widestIndent : undefined;
}
