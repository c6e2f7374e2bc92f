import { diffArrays } from 'diff';
import type { Words } from './change.ts';

/** Beyond so many changed words, or this share of all, one text is told as replaced by the other: nothing readable is lost. */
const mostEdits = 60;
const mostOfAll = 0.6;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * What changed between two texts, in whole words, as people would mark it with a pen: removed before added,
 * words kept between two changes only where enough of them stand together. Joined, the words give either text exactly.
 */
export function diffWords(before: string, after: string): Words[] {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  return joined([
    { text: before.slice(0, start), in: 'both' },
    ...readable(diffParagraphs(old, fresh)),
    { text: before.slice(before.length - end), in: 'both' },
  ]);
}

/** Paragraph by paragraph first where there are many, so that a long text costs no more than what changed in it. */
function diffParagraphs(before: string, after: string): Words[] {
  if (!before.includes('\n\n') && !after.includes('\n\n')) return diffTokens(before, after);
  const steps = diffArrays(before.split(/(?<=\n\n)/), after.split(/(?<=\n\n)/), { maxEditLength: 2_000 });
  if (!steps) return replaced(before, after);
  const words: Words[] = [];
  for (let at = 0; at < steps.length; at++) {
    const [step, next] = [steps[at], steps[at + 1]];
    if (!step) break;
    if (step.removed && next?.added) {
      words.push(...diffPairs(step.value, next.value));
      at++;
    } else words.push({ text: step.value.join(''), in: sideOf(step) });
  }
  return words;
}

/** Paragraphs that took the place of others: one against one where they are as many, else all against all. */
function diffPairs(before: readonly string[], after: readonly string[]): Words[] {
  if (before.length !== after.length) return diffTokens(before.join(''), after.join(''));
  return before.flatMap((paragraph, index) => diffTokens(paragraph, after[index] ?? ''));
}

function diffTokens(before: string, after: string): Words[] {
  if (before === '' || after === '') return replaced(before, after);
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  // Every other token is a space, which never changes by itself.
  const maxEditLength = Math.ceil(
    Math.max(8, Math.min(mostEdits, ((old.length + fresh.length) / 2) * mostOfAll)),
  );
  const hopeless = fewestEdits(old, fresh) > maxEditLength;
  const steps = hopeless ? undefined : diffArrays(old, fresh, { maxEditLength });
  return steps
    ? steps.map((step) => ({ text: step.value.join(''), in: sideOf(step) }))
    : replaced(before, after);
}

const replaced = (before: string, after: string): Words[] => [
  { text: before, in: 'before' },
  { text: after, in: 'after' },
];

const sideOf = ({ added, removed }: { added: boolean; removed: boolean }): Words['in'] =>
  removed ? 'before' : added ? 'after' : 'both';

/** Words, spaces and marks; what a hyphen or an apostrophe joins (`CF-2`, `in-app`) is one word. */
const tokensOf = (text: string): string[] =>
  needsDictionary.test(text)
    ? Array.from(segmenter.segment(text), ({ segment }) => segment)
    : (text.match(/[\p{L}\p{M}\p{N}_]+(?:[-'’.][\p{L}\p{M}\p{N}_]+)*|[\s\S]/gu) ?? []);

/** Scripts that write words without spaces between them; only a dictionary knows where they end. */
const needsDictionary =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\u{20000}-\u{3FFFF}]/u;

/** How many tokens stand in one of the texts alone, in whatever order: no fewer can have been edited. */
function fewestEdits(before: readonly string[], after: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const token of before) counts.set(token, (counts.get(token) ?? 0) + 1);
  let added = 0;
  for (const token of after) {
    const left = counts.get(token) ?? 0;
    if (left > 0) counts.set(token, left - 1);
    else added++;
  }
  return 2 * added + before.length - after.length;
}

/** Length of the common beginning, cut back to where a word ends. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  if (length === a.length && length === b.length) return length;
  while (length > 0 && !isSpace(a.charCodeAt(length - 1))) length--;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  while (length > 0 && !isSpace(a.charCodeAt(a.length - length))) length--;
  return length;
}

const isSpace = (code: number): boolean => code === 32 || code === 10;

/**
 * A lone short word kept between two longer changes is noise to a reader: it is told as removed and added again.
 * Removed text stands before added text within a change.
 */
function readable(words: readonly Words[]): Words[] {
  const result: Words[] = [];
  let before = '';
  let after = '';
  const flush = () => {
    if (before) result.push({ text: before, in: 'before' });
    if (after) result.push({ text: after, in: 'after' });
    before = '';
    after = '';
  };
  for (const [index, { text, in: side }] of words.entries()) {
    if (side === 'before') before += text;
    else if (side === 'after') after += text;
    else {
      const following = words
        .slice(index + 1, index + 3)
        .reduce((sum, next) => sum + (next.in === 'both' ? 0 : next.text.length), 0);
      const changed = Math.min(before.length + after.length, following);
      const noise = text.trim().length === 0 ? 0 : text.length;
      const between = (before || after) && following > 0;
      if (between && noise * 4 <= changed && !text.includes('\n\n')) {
        before += text;
        after += text;
      } else {
        flush();
        result.push({ text, in: 'both' });
      }
    }
  }
  flush();
  return result;
}

/** Neighbours of one side in one piece, empty pieces left out. */
function joined(words: readonly Words[]): Words[] {
  const result: Words[] = [];
  for (const { text, in: side } of words) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.in === side) last.text += text;
    else result.push({ text, in: side });
  }
  return result;
}
