import type { Words } from './change.ts';
import { displayLine } from './display-text.ts';

/** Longer texts are cut in a sentence; the change itself holds all of it. */
const longest = 120;

/** How many replacements are told. */
const most = 3;

/** The first words that were replaced, as `“may” to “must”`; a mark alone is told with the word that it stands at. */
export function describeWords(words: readonly Words[]): string {
  const parts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const one = words[at];
    if (!one || one.in === 'both') continue;
    const next = words[at + 1];
    const replaced = one.in === 'before' && next?.in === 'after';
    const before = one.in === 'before' ? one.text : '';
    const after = replaced ? next.text : one.in === 'after' ? one.text : '';
    const around = hasWord(before) || hasWord(after) ? noWords : wordsAround(words, at, replaced);
    if (replaced) at++;
    parts.push(part(around[0] + before + around[1], around[0] + after + around[1]));
  }
  const more = parts.length > most ? `, and ${parts.length - most} more` : '';
  return parts.slice(0, most).join(', ') + more;
}

function part(before: string, after: string): string {
  if (displayLine(before) === displayLine(after)) return 'spacing';
  if (before.trim() === '') return `${quoted(after)} added`;
  return after.trim() === '' ? `${quoted(before)} removed` : `${quoted(before)} to ${quoted(after)}`;
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const noWords = ['', ''] as const;

/** What is kept next to a change, up to a space: mostly the word before it. */
function wordsAround(words: readonly Words[], at: number, replaced: boolean): readonly [string, string] {
  const kept = (index: number) => (words[index]?.in === 'both' ? words[index].text : '');
  const before = /\S*\s*$/.exec(kept(at - 1))?.[0] ?? '';
  const after = /^\s*\S*/.exec(kept(replaced ? at + 2 : at + 1))?.[0] ?? '';
  return hasWord(before) ? [before, ''] : [before, after];
}

/** A text in quotation marks, on one line and cut where it is long. */
export const quoted = (text: string): string => `“${cut(displayLine(text))}”`;

/** A text cut where it is long. */
export const cut = (text: string): string =>
  text.length > longest
    ? `${text
        .slice(0, longest)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
        .trimEnd()}…`
    : text;
