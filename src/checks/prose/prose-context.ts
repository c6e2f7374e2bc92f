import type { AnyEntry } from '#playbook/entry.ts';
import type { Organisation } from '#schemas/organisation.ts';

/** What prose rules know besides the text. */
export interface ProseContext {
  organisation: Organisation;
  dictionary: Dictionary;
}

/** A spelling dictionary of one language. */
export interface Dictionary {
  /** Whether a word is spelled right, with its capitals as written. */
  has: (word: string) => boolean;
  /** Words that may be meant, best first. */
  suggest: (word: string) => readonly string[];
}

declare module 'vfile' {
  interface DataMap {
    /** The entry whose prose the file holds. */
    entry: AnyEntry;
  }
}
