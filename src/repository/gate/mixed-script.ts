/** Scripts whose letters can be taken for those of another. */
const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Cherokee',
  'Coptic',
  'Hebrew',
  'Arabic',
  'Lisu',
];

const scriptOf = scripts.map((name) => ({ name, letter: new RegExp(`\\p{Script=${name}}`, 'u') }));

/** A word for this purpose: letters, marks, digits and `_`; hyphens part words, as in "IT-отдел". */
const words = /[\p{L}\p{M}\p{N}_]+/gu;

/** A word whose letters come from two scripts. */
export interface MixedWord {
  word: string;
  /** The first letter that is not of the script in which the word begins, with its offset in the text. */
  letter: string;
  offset: number;
  scripts: readonly [string, string];
}

/** Every word in which letters of two alphabets stand side by side, such as a Cyrillic "а" in "paypal". */
export function* mixedScripts(text: string): Generator<MixedWord> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  if (/^[\x00-\x7F]*$/.test(text)) return;
  for (const { 0: word, index } of text.matchAll(words)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
    if (/^[\x00-\x7F]*$/.test(word)) continue;
    const mixed = firstOfAnotherScript(word);
    if (mixed) yield { ...mixed, word, offset: index + mixed.offset };
  }
}

function firstOfAnotherScript(word: string): Omit<MixedWord, 'word'> | undefined {
  let first: string | undefined;
  let offset = 0;
  for (const letter of word) {
    const script = scriptOf.find((candidate) => candidate.letter.test(letter))?.name;
    if (script && first && script !== first) return { letter, offset, scripts: [first, script] };
    first ??= script;
    offset += letter.length;
  }
  return undefined;
}
