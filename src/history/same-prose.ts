import { markdownToMdast } from 'satteri';

/** Parsing is spared where it could be made to cost too much; such texts are told as changed. */
const longest = 20_000;

/** Whether two texts say and look the same: they differ in wrapping, spacing or the marks for the same thing. */
export function sameProse(before: string, after: string): boolean {
  if (before === after) return true;
  if (!sameLetters(before, after) || before.length > longest || after.length > longest) return false;
  try {
    return shape(before) === shape(after);
  } catch {
    return false;
  }
}

/** Whether two texts differ in white space at most; most that differ in more do so soon. */
function sameLetters(a: string, b: string): boolean {
  let [at, other] = [0, 0];
  for (;;) {
    while (isSpace(a.charCodeAt(at))) at++;
    while (isSpace(b.charCodeAt(other))) other++;
    if (at >= a.length || other >= b.length) return at >= a.length && other >= b.length;
    if (a.charCodeAt(at++) !== b.charCodeAt(other++)) return false;
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The tree as text, without positions; white space counts only in code. */
function shape(text: string): string {
  const tree = markdownToMdast(text, { features: { smartPunctuation: false, frontmatter: false } });
  return JSON.stringify(tree, function (this: { type?: string }, key, value) {
    if (key === 'position') return undefined;
    return this.type === 'text' && key === 'value' && typeof value === 'string' ? squeezed(value) : value;
  });
}
