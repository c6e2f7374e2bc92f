import type { ProseRule } from './prose-rule.ts';
import { altText } from './rules/alt-text.ts';
import { bareUrl } from './rules/bare-url.ts';
import { inclusiveLanguage } from './rules/inclusive-language.ts';
import { longSentence } from './rules/long-sentence.ts';
import { personalData } from './rules/personal-data.ts';
import { readingGrade } from './rules/reading-grade.ts';
import { requiredSection } from './rules/required-section.ts';
import { sentenceCase } from './rules/sentence-case.ts';
import { spelling } from './rules/spelling.ts';
import { vagueWord } from './rules/vague-word.ts';

/** Every rule for prose; adding one is one line. */
export const proseRules: readonly ProseRule[] = [
  requiredSection,
  personalData,
  sentenceCase,
  vagueWord,
  longSentence,
  readingGrade,
  inclusiveLanguage,
  spelling,
  altText,
  bareUrl,
];
