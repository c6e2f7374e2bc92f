import type { Words } from '#history/change.ts';

/** A stretch of changed prose with some of what stands around it; `left-out` is where kept text is not repeated. */
export type ChangedWords = Words | { in: 'left-out' };

/** So many characters of kept text stand on each side of a change, and no more than its own paragraph. */
const mostAround = 220;

/** Changed words with the text around them that is needed to read them. */
export const wordsInContext = (words: readonly Words[]): ChangedWords[] =>
  words.flatMap((piece, place): ChangedWords[] => {
    const { text } = piece;
    if (piece.in !== 'both') return [piece];
    const after = place === 0 ? '' : beginningOf(text);
    const before = place === words.length - 1 ? '' : endOf(text);
    if (after.length + before.length >= text.length) return [piece];
    return [kept(after), { in: 'left-out' as const }, kept(before)].filter(
      (part) => part.in === 'left-out' || part.text !== '',
    );
  });

const kept = (text: string): Words => ({ text, in: 'both' });

/** The rest of the paragraph that a change stands in, cut at a word. */
function beginningOf(text: string): string {
  const paragraph = /^[\s\S]*?(?=\n\n|$)/.exec(text)?.[0] ?? '';
  if (paragraph.length <= mostAround) return paragraph;
  const cut = paragraph.lastIndexOf(' ', mostAround);
  return paragraph.slice(0, cut > 0 ? cut + 1 : mostAround);
}

/** What stands before a change in its paragraph, cut at a word. */
function endOf(text: string): string {
  const paragraph = text.slice(text.lastIndexOf('\n\n') < 0 ? 0 : text.lastIndexOf('\n\n') + 2);
  if (paragraph.length <= mostAround) return paragraph;
  const cut = paragraph.indexOf(' ', paragraph.length - mostAround);
  return paragraph.slice(cut < 0 ? paragraph.length - mostAround : cut);
}
