import type { VFile } from 'vfile';
import type { AnyEntry } from '#playbook/entry.ts';

/** The entry whose prose a file holds; throws where a rule runs on a file that no entry came with. */
export function entryOf(file: VFile): AnyEntry {
  if (!file.data.entry) throw new Error(`No entry came with ${file.path}`);
  return file.data.entry;
}

/**
 * The language that an entry is written in, as a code of ISO 639-1: macros and passages say it, all else is English.
 * `und` where what they say is no such code, which is reported as a reference that leads nowhere.
 */
export function languageOf({ data }: AnyEntry): string {
  const language = 'language' in data ? data.language : 'en';
  return /^[a-z]{2}$/.test(language) ? language : 'und';
}

/** Whether the rules for English words apply. */
export const isEnglish = (file: VFile): boolean => languageOf(entryOf(file)) === 'en';
