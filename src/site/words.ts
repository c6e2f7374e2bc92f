const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "1 December 2026" for an ISO date. */
export const longDate = (iso: string): string => long.format(new Date(`${iso}T00:00:00Z`));

/** "EU, UK and US". */
export const sentenceList = (items: readonly string[]): string => list.format(items);

/** "1 day", "12 days". */
export const countOf = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`;

/** `balance-of-probabilities` or `CONSUMER_INFORMATION` as words: "Balance of probabilities". */
export function fromKey(key: string): string {
  const words = key.replace(/[-_]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
