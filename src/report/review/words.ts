/** "1,234". */
export const count = (value: bigint | number): string => value.toLocaleString('en-GB');

/** "1 entry", "2 entries". */
export const counted = (value: number, one: string, more: string): string =>
  `${count(value)} ${value === 1 ? one : more}`;

/** "a, b and c". */
export const listed = (items: readonly string[]): string => new Intl.ListFormat('en-GB').format(items);

/** The name of a fact as it is read: `listing_claim` as "listing claim". */
export const factName = (name: string): string => name.replace(/[_-]+/g, ' ');

/** A text of any length, cut to what people read; whitespace becomes single spaces. */
export function cut(text: string, most = 600): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}
