import { hole } from './passages.ts';

/** One sentence of a running text. */
export interface Sentence {
  text: string;
  /** Where it begins in the running text. */
  start: number;
  words: readonly string[];
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Abbreviations behind which Unicode's rules see the end of a sentence. */
const abbreviation = /(?:^|[\s(])(?:Arts?|Nos?|e\.g|i\.e|cf|Mr|Mrs|Ms|Dr|paras?|ss?)\.\s+$/;

/** A label in front of a sentence, `What happens now: `; it is read apart from what follows. */
const leadIn = /^\S+(?:\s\S+){0,4}?:\s+(?=\S)/;

const word = new RegExp(`[\\p{L}\\p{N}${hole}]+(?:[’'.,:/-][\\p{L}\\p{N}]+)*`, 'gu');

/** The sentences of a text in a language (BCP 47), in order; a label and the sentence behind it are two. */
export function sentencesOf(text: string, language: string): Sentence[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  const sentences: Sentence[] = [];
  let whole = '';
  let start = 0;
  const add = (sentence: string) => {
    sentences.push({ text: sentence.trim(), start, words: sentence.match(word) ?? [] });
    start += sentence.length;
  };
  for (const { segment } of segmenter.segment(text)) {
    whole += segment;
    if (abbreviation.test(segment)) continue;
    const label = leadIn.exec(whole)?.[0] ?? '';
    if (label) add(label);
    add(whole.slice(label.length));
    whole = '';
  }
  if (whole) add(whole);
  return sentences;
}
