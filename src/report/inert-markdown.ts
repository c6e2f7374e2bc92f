import { displayLine, displayText } from '#history/display-text.ts';

/** A space of no width, which breaks up what GitHub would turn into a mention, a reference to an issue, or a link. */
const apart = '\u200B';

/**
 * Text from content or git as one line of Markdown that shows it and does nothing: no markup, no HTML, nobody is
 * mentioned, no issue referred to, no link made. It stands within a line, never at its beginning.
 */
export const inert = (text: string): string =>
  displayed(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    // As GitHub's manual has it, where formulas begin with the same sign.
    .replace(/\$/g, '<span>$$</span>')
    .replace(/@/g, `@${apart}`)
    .replace(/#/g, `#${apart}`)
    .replace(/GH-(?=\d)/gi, `$&${apart}`)
    .replace(/:\/\//g, `:${apart}//`)
    .replace(/(www)\./gi, `$1${apart}.`);

/** The same as a code span; whitespace at the ends is kept by none. */
export function inertCode(text: string): string {
  const line = displayLine(text) || ' ';
  const ticks = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

/** Lines as a code block that can be copied as it stands. */
export function inertBlock(lines: readonly string[], indent: string): string {
  const shown = lines.map((line) => displayText(line).replaceAll('\n', ' '));
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
  return [fence, ...shown, fence].map((line) => `${indent}${line}`).join('\n');
}

/** One line, with the space at its ends kept: it may be part of a sentence. */
const displayed = (text: string): string => displayText(text.replace(/\s+/g, ' '));

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
