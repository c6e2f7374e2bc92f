/** Text that stands where an author has still to write something: `[to write: one sentence that …]`. */
export const placeholder = (what: string): string =>
  `[to write: ${what.charAt(0).toLowerCase()}${what.slice(1).replace(/\.$/, '')}]`;

/** What a text says is still to be written: of each placeholder where it begins, and what it asks for. */
export const placeholdersIn = (text: string): { index: number; what: string }[] =>
  [...text.matchAll(/\[to write: ([^\]]*)\]/g)].map(({ index, 1: what = '' }) => ({ index, what }));
