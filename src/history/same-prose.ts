import { markdownToMdast, mdxToMdast } from 'satteri';

/** Parsing is spared where it could be made to cost too much; such texts are told as changed. */
const longest = 20_000;

/** Whether two texts say and look the same: they differ in wrapping, spacing or the marks for the same thing. */
export function sameProse(before: string, after: string): boolean {
  if (before === after) return true;
  if (!sameLetters(before, after) || before.length > longest || after.length > longest) return false;
  // What is no MDX may still be Markdown: old texts, and folders of other projects.
  return sameShape(before, after, mdxToMdast) ?? sameShape(before, after, markdownToMdast) ?? false;
}

type Parse = typeof markdownToMdast | typeof mdxToMdast;

/** Whether two texts give one tree; undefined where one of them does not parse. */
function sameShape(before: string, after: string, parse: Parse): boolean | undefined {
  try {
    return shape(parse(before, options)) === shape(parse(after, options));
  } catch {
    return undefined;
  }
}

const options = { features: { smartPunctuation: false, frontmatter: false } };

/** Whether two texts differ in white space and punctuation at most, which marks are; most that differ in more do so soon. */
function sameLetters(a: string, b: string): boolean {
  let [at, other] = [0, 0];
  for (;;) {
    while (isMark(a.charCodeAt(at))) at++;
    while (isMark(b.charCodeAt(other))) other++;
    if (at >= a.length || other >= b.length) return at >= a.length && other >= b.length;
    if (a.charCodeAt(at++) !== b.charCodeAt(other++)) return false;
  }
}

/** White space and ASCII punctuation. */
const isMark = (code: number): boolean =>
  code <= 47 || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) || (code >= 123 && code <= 126);

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The tree as text, without positions; white space counts only in code. */
const shape = (tree: unknown): string =>
  JSON.stringify(tree, function (this: { type?: string }, key, value) {
    if (key === 'position') return undefined;
    return this.type === 'text' && key === 'value' && typeof value === 'string' ? squeezed(value) : value;
  });
