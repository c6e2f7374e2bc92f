/** What is chosen above a list: field name to value; '' means anything. */
export type ListState = Readonly<Record<string, string>>;

/** Reads the fields that a list has from the query of an address. */
export function readState(query: string, names: readonly string[]): ListState {
  const given = new URLSearchParams(query);
  return Object.fromEntries(
    names.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? '']] : [])),
  );
}

/** The query that stands for a state, '' where nothing is chosen. */
export function writeState(state: ListState): string {
  const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== '')).toString();
  return query && `?${query}`;
}

/** Whether a row has every chosen value and every word. */
export function fits(
  { q = '', sort: _, ...chosen }: ListState,
  row: { text: string; values: Readonly<Record<string, readonly string[]>> },
): boolean {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    words.every((word) => row.text.includes(word)) &&
    Object.entries(chosen).every(([name, value]) => value === '' || (row.values[name] ?? []).includes(value))
  );
}
