import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** Words of British English. */
export interface SpellingDictionary {
  /** Whether a word is spelled right, with its capitals as written. */
  has: (word: string) => boolean;
  /** Words that may be meant, best first; the same for the same word. */
  suggest: (word: string) => readonly string[];
}

/** Reads cspell's British dictionary; it takes a fifth of a second, so only those load it who check prose. */
export async function loadSpellingDictionary(): Promise<SpellingDictionary> {
  const { decodeTrie } = await import('cspell-trie-lib');
  const file = new URL('en_GB.trie.gz', import.meta.resolve('@cspell/dict-en-gb'));
  const trie = decodeTrie(await promisify(gunzip)(await readFile(file)));
  return {
    has: (word) => trie.hasWord(word, true),
    // Without a time limit that bites: what is suggested must not depend on how busy the machine is.
    suggest: (word) =>
      trie.suggest(word, { numSuggestions: 3, changeLimit: 2, includeTies: false, timeout: 10_000 }),
  };
}
