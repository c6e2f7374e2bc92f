/** Reads of data that somebody else's interface gave: what is not there, or is something else, is undefined or empty. */
type Item = Readonly<Record<string, unknown>>;

export const textAt = (item: Item, key: string): string => {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  return typeof value === 'string' ? value : '';
};

export const itemAt = (item: Item, key: string): Item =>
  asItem(Object.hasOwn(item, key) ? item[key] : undefined) ?? {};

export const itemsAt = (item: Item, key: string): Item[] => {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  return Array.isArray(value) ? value.map(asItem).filter((one) => one !== undefined) : [];
};

export const asItem = (value: unknown): Item | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : undefined;
