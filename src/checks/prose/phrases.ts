/** Phrases, in lower case, that are better said otherwise, with what to write instead. */
export interface Advice {
  phrases: readonly string[];
  /** One sentence: what to write. */
  instead: string;
}

/** One of the phrases in a text, as written there. */
export interface FoundPhrase {
  phrase: string;
  index: number;
  instead: string;
}

/**
 * Makes a search for the phrases of a table as whole words, whatever their capitals. `fine` are longer phrases in which
 * one of them is not meant; what stands in double quotes are other people's words.
 */
export function phraseFinder(
  table: readonly Advice[],
  fine: readonly string[] = [],
): (text: string) => FoundPhrase[] {
  const advice = new Map(table.flatMap(({ phrases, instead }) => phrases.map((phrase) => [phrase, instead])));
  // The longest first, so that "as soon as possible" is not found as "soon".
  const phrases = [...advice.keys(), ...fine]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replaceAll('.', '\\.'));
  // English letters only: properties of Unicode make the search ten times slower.
  const pattern = new RegExp(`(?<![\\w-])(?:${phrases.join('|')})(?![\\w-])`, 'g');
  return (text) =>
    [...withoutQuoted(text.toLowerCase()).matchAll(pattern)].flatMap(({ 0: phrase, index }) => {
      const instead = advice.get(phrase);
      return instead ? [{ phrase: text.slice(index, index + phrase.length), index, instead }] : [];
    });
}

/** The text with what stands in double quotes blanked out. */
const withoutQuoted = (text: string): string =>
  text.replace(/"[^"]*"|“[^”]*”/g, (quoted) => ' '.repeat(quoted.length));
