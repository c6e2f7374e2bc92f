import { fleschKincaid } from 'flesch-kincaid';
import type { Root } from 'mdast';
import { syllable } from 'syllable';
import { lintRule } from 'unified-lint-rule';
import { entryOf, isEnglish } from '../file-entry.ts';
import { hole, passagesOf } from '../passages.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';
import { sentencesOf } from '../sentences.ts';

/** Years of school (Flesch-Kincaid) that a message may ask for; the DSA and P2B want it easy to understand for all. */
const highest = 8;

/** Labels and greetings are no sentences to be graded. */
const shortest = 4;

/** The formula says nothing about a text of a few sentences. */
const fewestWords = 50;

const known = new Map<string, number>();

/** Syllables of a word; a variable stands for a name or a date, which has about two. */
function syllables(word: string): number {
  const count = known.get(word) ?? (word === hole ? 2 : Math.max(1, syllable(word)));
  known.set(word, count);
  return count;
}

const gradeOf = (sentences: readonly { words: readonly string[] }[]): number => {
  const words = sentences.flatMap((sentence) => sentence.words);
  const syllableCount = words.reduce((sum, word) => sum + syllables(word), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllableCount });
};

export const readingGrade: ProseRule = {
  name: 'reading-grade',
  explains: `A message can be read after ${highest} years of school (Flesch-Kincaid), because it must be understood by whoever gets it.`,
  bad: [
    'Notwithstanding the documentation that was subsequently provided, the authenticity verification procedure remained inconclusive.',
    'Consequently, the aforementioned enforcement measure continues to apply without modification.',
    'The applicable marketplace conditions require professional sellers to demonstrate an uninterrupted supply relationship.',
    'Supplementary documentation may be submitted electronically within the determined application period.',
    'Alternatively, independent dispute settlement organisations can be approached regarding this determination.',
  ].join(' '),
  good: [
    'You sent us an invoice, and we thank you for it. It does not show that the bag is genuine.',
    'Our decision stands for that reason. If you sell an item of a brand, you need to show where it came from.',
    'You can send us more until the date below. A letter from the brand would settle it.',
    'If you do not agree with us, you can also ask somebody who does not work for us to look at the case.',
  ].join(' '),
  where: 'macros',
  severity: 'warning',
  plugin: lintRule<Root, ProseContext>('remark-lint:reading-grade', (tree, file) => {
    const { type } = entryOf(file);
    if ((type !== 'macros' && type !== 'passages') || !isEnglish(file)) return;
    const sentences = passagesOf(tree, file)
      .filter(({ field }) => !field)
      .flatMap((passage) => sentencesOf(passage.text, 'en').map((sentence) => ({ ...sentence, passage })))
      .filter(({ words }) => words.length >= shortest);
    if (sentences.reduce((sum, { words }) => sum + words.length, 0) < fewestWords) return;
    const grade = gradeOf(sentences);
    const [hardest] = sentences.toSorted((a, b) => gradeOf([b]) - gradeOf([a]));
    if (!hardest || grade <= highest) return;
    report(
      file,
      hardest.passage.at(hardest.start),
      `Unexpected reading grade ${grade.toFixed(1)} of the message, expected at most ${highest}`,
      'Begin with this sentence, the hardest: shorter words, and one idea.',
    );
  }),
};
